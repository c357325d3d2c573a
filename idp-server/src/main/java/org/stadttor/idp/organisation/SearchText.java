// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared in lists: in lower case, without accents. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPECIAL = Pattern.compile("([\\\\%_])");
    private static final int LIMIT = 200;

    private SearchText() {}

    /** The text as it is stored and sorted. */
    public static String of(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.replace("\u0000", "").toLowerCase(Locale.ROOT).replace("ß", "ss");
    }

    /** A pattern for LIKE that finds the text anywhere; an empty text finds everything. */
    public static String pattern(String text) {
        String part = of(text.strip());
        String limited = part.length() > LIMIT ? part.substring(0, LIMIT) : part;
        return "%" + SPECIAL.matcher(limited).replaceAll("\\\\$1") + "%";
    }
}
