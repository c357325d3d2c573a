// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of hosts that people could take for another one. Both are reduced to what the eye sees; the table has the letters
 * that matter for names written in Latin script.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">Unicode TR 39, section 4</a>
 */
public final class LookAlikes {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<Character, Character> SEEN = seen(
            // Cyrillic
            "аa",
            "еe",
            "оo",
            "рp",
            "сc",
            "уy",
            "хx",
            "іl",
            "јj",
            "ѕs",
            "һh",
            "ԁd",
            "ԛq",
            "ԝw",
            "вb",
            "кk",
            "мm",
            "нh",
            "тt",
            "гr",
            "ӏl",
            "ёe",
            "ґr",
            "пn",
            // Greek
            "αa",
            "βb",
            "εe",
            "ηn",
            "ιl",
            "κk",
            "νv",
            "οo",
            "ρp",
            "τt",
            "υu",
            "χx",
            "γy",
            "ωw",
            // Latin, and digits
            "ıl",
            "ɩl",
            "ɑa",
            "ɡg",
            "ʏy",
            "đd",
            "ħh",
            "łl",
            "øo",
            "ꞓc",
            "il",
            "1l",
            "|l",
            "0o",
            "5s",
            "8b");

    private LookAlikes() {}

    /**
     * Which of these hosts this one imitates.
     *
     * @param host one that can be registered
     * @param genuine hosts that were proved
     */
    public static Optional<String> imitated(String host, Set<String> genuine) {
        String shape = shape(host);
        return genuine.stream()
                .filter(known -> !host.equals(known) && !host.endsWith("." + known))
                .filter(known -> shape.equals(shape(known)) || shape.endsWith("." + shape(known)))
                .sorted()
                .findFirst();
    }

    /** What the eye sees of a name. */
    private static String shape(String host) {
        String plain = MARKS.matcher(Normalizer.normalize(HostNames.unicode(host), Normalizer.Form.NFKD))
                .replaceAll("");
        String letters = plain.chars()
                .mapToObj(c -> String.valueOf(SEEN.getOrDefault((char) c, (char) c)))
                .collect(Collectors.joining());
        return letters.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("-", "");
    }

    private static Map<Character, Character> seen(String... pairs) {
        return Arrays.stream(pairs)
                .collect(Collectors.toUnmodifiableMap(pair -> pair.charAt(0), pair -> pair.charAt(1)));
    }
}
