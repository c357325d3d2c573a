// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.regex.Pattern;

/** The account of a person who decides. Lower case only, so that nobody is two people by spelling. */
public record StaffId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@:-]{0,99}");

    /** The clock: what happens because a time is over. Nobody's account, and never one of the two who approve. */
    public static final StaffId SYSTEM = new StaffId("system");

    public StaffId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a staff id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
