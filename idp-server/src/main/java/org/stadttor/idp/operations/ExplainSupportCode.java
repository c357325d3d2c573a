// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stadttor.idp.operations.SupportCases.SupportCase;

/**
 * Use case: the help desk types the code a citizen reads out and sees why the login failed. The code is the first 40 bits
 * of the presentation's id in Crockford's base 32, so it says nothing by itself.
 */
public final class ExplainSupportCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{8}");
    private static final int BITS = 5;

    private final SupportCases cases;

    public ExplainSupportCode(SupportCases cases) {
        this.cases = cases;
    }

    /**
     * What is known of this code; empty if it fits nothing. Any case, with or without hyphen, O for 0, I and L for 1.
     *
     * @param typed what somebody typed
     */
    public List<SupportCase> explain(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(code).matches() ? cases.startingWith(idPrefix(code)) : List.of();
    }

    /** The first ten hexadecimal digits of the id, without its hyphen. */
    private static String idPrefix(String code) {
        long bits = code.chars().mapToLong(ALPHABET::indexOf).reduce(0, (all, five) -> all << BITS | five);
        return String.format(Locale.ROOT, "%010x", bits);
    }
}
