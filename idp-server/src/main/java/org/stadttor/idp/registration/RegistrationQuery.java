// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param text part of a name, client id, host or path of the unit; empty for all
 * @param stage null for both
 * @param states of the whole registration; empty for all
 * @param undecidedOnly only those with a submitted version
 * @param after the cursor of the page before, or empty
 */
public record RegistrationQuery(
        String text,
        @Nullable Stage stage,
        Set<RegistrationState> states,
        boolean undecidedOnly,
        String after,
        int limit) {

    /** The longest page. */
    public static final int LIMIT = 100;

    public RegistrationQuery {
        states = Set.copyOf(states);
        limit = Math.clamp(limit, 1, LIMIT);
    }

    public static RegistrationQuery all(int limit) {
        return new RegistrationQuery("", null, Set.of(), false, "", limit);
    }

    public static RegistrationQuery containing(String text, int limit) {
        return new RegistrationQuery(text, null, Set.of(), false, "", limit);
    }
}
