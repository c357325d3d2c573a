// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

/** What people may call something: one line in which nothing is invisible. */
public final class OneLine {

    private OneLine() {}

    /** Whether this is such a line of at most so many characters. */
    public static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(OneLine::isInvisible);
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
