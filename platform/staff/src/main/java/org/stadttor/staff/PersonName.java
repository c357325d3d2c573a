// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Optional;

/** The name of a person as others of the staff see it: one line of 1 to 100 characters, nothing invisible in it. */
public record PersonName(String value) {

    private static final int LONGEST = 100;

    public PersonName {
        if (!OneLine.fits(value, LONGEST)) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** What somebody typed; empty if it cannot be a name. */
    public static Optional<PersonName> parse(String typed) {
        String value = typed.strip();
        return OneLine.fits(value, LONGEST) ? Optional.of(new PersonName(value)) : Optional.empty();
    }

    /** Not the name: it is personal. */
    @Override
    public String toString() {
        return "PersonName";
    }
}
