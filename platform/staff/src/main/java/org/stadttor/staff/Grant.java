// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.regex.Pattern;

/**
 * A role in a part of the organisation.
 *
 * @param role code of the role, for example {@code approver}
 * @param part path of an organisational unit with all below it, for example {@code /de/by/}; {@code /} is everything
 */
public record Grant(String role, String part) {

    /** Everything. */
    public static final String WHOLE = "/";

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z-]{1,39}");
    private static final Pattern PART = Pattern.compile("/(?:[a-z0-9][a-z0-9-]{0,39}/){0,8}");

    public Grant {
        if (!ROLE.matcher(role).matches() || !PART.matcher(part).matches()) {
            throw new IllegalArgumentException("not a grant");
        }
    }

    /** A role without limits. */
    public static Grant whole(String role) {
        return new Grant(role, WHOLE);
    }

    /** Whether it reaches this part: the same or one below. */
    public boolean covers(String otherPart) {
        return otherPart.startsWith(part);
    }
}
