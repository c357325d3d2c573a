// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Locale;

/** An address cannot be registered. The message names the reason only. */
public final class InvalidAddressException extends IllegalArgumentException {

    /** Why, as a stable code; the sentence for people is the message {@code field.error.<code>}. */
    public enum Reason {
        URI_EMPTY,
        URI_TOO_LONG,
        URI_CONTROL_CHARACTER,
        URI_SPACE,
        URI_NOT_ASCII,
        URI_BACKSLASH,
        URI_WILDCARD,
        URI_MALFORMED,
        /** Not absolute: a path, or an address without a scheme. */
        URI_NOT_ABSOLUTE,
        URI_SCHEME_NOT_HTTPS,
        /** Written with capital letters: comparison is by text. */
        URI_SCHEME_UPPERCASE,
        URI_LOOPBACK_OUTSIDE_SANDBOX,
        URI_USER_INFO,
        URI_FRAGMENT,
        URI_HOST_MISSING,
        URI_HOST_UPPERCASE,
        URI_HOST_TRAILING_DOT,
        /** A number where a name is expected, in whatever notation. */
        URI_HOST_IS_ADDRESS,
        URI_HOST_SINGLE_LABEL,
        URI_HOST_MALFORMED,
        URI_PORT,
        URI_DOT_SEGMENT,
        URI_DOUBLE_SLASH,
        URI_SEMICOLON,
        URI_ENCODED_DOT,
        URI_ENCODED_SLASH,
        URI_ENCODED_CONTROL_CHARACTER,
        URI_DOUBLE_ENCODED,
        URI_ENCODING_MALFORMED,
        /** A Unicode name (punycode) that mixes scripts, or cannot be decoded. */
        URI_HOST_MIXED_SCRIPTS,
        /** A name that looks like one that was proved, but is another one. */
        URI_HOST_LOOKS_LIKE_ANOTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidAddressException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
