// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.stadttor.wallet.presentation.PresentationId;

/**
 * What a citizen reads to the help desk, for example {@code 7K3M-Q9XE}: the first 40 bits of the presentation's id, in an
 * alphabet without letters that look or sound alike. Support finds the presentation in the audit trail by
 * {@link #idPrefix()}.
 *
 * @see <a href="https://www.crockford.com/base32.html">Crockford's base 32</a>
 */
public record SupportCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    private static final int LENGTH = 8;
    private static final int BITS = 5;

    public SupportCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a support code");
        }
    }

    public static SupportCode of(PresentationId id) {
        long bits = id.value().getMostSignificantBits() >>> (Long.SIZE - LENGTH * BITS);
        StringBuilder code = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(ALPHABET.charAt((int) (bits >>> (i * BITS)) & 31));
        }
        return new SupportCode(code.insert(4, '-').toString());
    }

    /** Reads what somebody typed: any case, with or without hyphen, with O for 0 and I or L for 1. */
    public static SupportCode parse(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return new SupportCode(code.length() == LENGTH ? code.substring(0, 4) + "-" + code.substring(4) : code);
    }

    /** The first ten hexadecimal digits of the presentation's id, written as in the audit trail. */
    public String idPrefix() {
        long bits = 0;
        for (char c : value.replace("-", "").toCharArray()) {
            bits = bits << BITS | ALPHABET.indexOf(c);
        }
        return new UUID(bits << (Long.SIZE - LENGTH * BITS), 0).toString().substring(0, 11);
    }

    @Override
    public String toString() {
        return value;
    }
}
