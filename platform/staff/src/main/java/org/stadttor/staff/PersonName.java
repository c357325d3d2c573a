// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Optional;

/** The name of a person as others of the staff see it: one line of 1 to 100 characters, nothing invisible in it. */
public record PersonName(String value) {

    private static final int LONGEST = 100;

    public PersonName {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** What somebody typed; empty if it cannot be a name. */
    public static Optional<PersonName> parse(String typed) {
        String value = typed.strip();
        return fits(value) ? Optional.of(new PersonName(value)) : Optional.empty();
    }

    /** Not the name: it is personal. */
    @Override
    public String toString() {
        return "PersonName";
    }

    private static boolean fits(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST
                && value.codePoints().noneMatch(PersonName::isInvisible);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
