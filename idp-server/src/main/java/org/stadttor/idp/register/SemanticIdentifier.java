// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identifier of a legal person in semantic form, and in the form of the register.
 *
 * @param type URI of TS5, empty for a scheme that TS5 does not know
 * @param value without the prefix
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319400_319499/31941201/">ETSI EN 319 412-1, clause 5.1.4</a>
 */
record SemanticIdentifier(Optional<String> type, String value) {

    private static final String TYPES = "http://data.europa.eu/eudi/id/";
    private static final Pattern FORM = Pattern.compile("([A-Z]{3}|[A-Z]{2}:)([A-Z]{2})-(.+)");

    static SemanticIdentifier parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new SemanticIdentifier(Optional.empty(), text);
        }
        String country = form.group(2);
        String rest = form.group(3);
        return switch (form.group(1)) {
            case "NTR" -> of("EUID", country + rest);
            case "VAT" -> of("VATIN", country + rest);
            case "LEI" -> of("LEI", rest);
            case "EOR" -> of("EORI-No", country + rest);
            case "EXC" -> of("Excise", country + rest);
            case "TIN" -> of("TIN", rest);
            default -> new SemanticIdentifier(Optional.empty(), text);
        };
    }

    private static SemanticIdentifier of(String type, String value) {
        return new SemanticIdentifier(Optional.of(TYPES + type), value);
    }
}
