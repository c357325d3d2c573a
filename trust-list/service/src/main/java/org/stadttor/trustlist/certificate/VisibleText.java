// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.util.Locale;

/**
 * Text from a certificate as a person may see it. Characters that cannot be seen but change what is seen (controls,
 * text direction, line separators, half surrogates) stand there by their number.
 */
final class VisibleText {

    private static final int MAX = 1_000;

    private VisibleText() {}

    static String of(String untrusted) {
        StringBuilder visible = new StringBuilder();
        untrusted
                .codePoints()
                .limit(MAX)
                .forEach(c ->
                        visible.append(isSeen(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c)));
        return visible + (untrusted.codePointCount(0, untrusted.length()) > MAX ? "…" : "");
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
