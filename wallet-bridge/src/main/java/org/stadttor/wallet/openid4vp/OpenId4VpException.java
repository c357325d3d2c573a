// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.util.Locale;
import java.util.Objects;

/** A message from a wallet was refused before its presentations were looked at. Carries no part of the message. */
public final class OpenId4VpException extends RuntimeException {

    /** Why, as a stable code for audit, metrics and support. */
    public enum Reason {
        FORM_MALFORMED,
        FORM_PARAMETER_DUPLICATE,
        FORM_TOO_LARGE,
        CONTENT_TYPE_INVALID,
        RESPONSE_MISSING,
        RESPONSE_NOT_ENCRYPTED,
        RESPONSE_AMBIGUOUS,
        JWE_MALFORMED,
        JWE_TOO_LARGE,
        JWE_ALGORITHM_NOT_ALLOWED,
        JWE_ENCRYPTION_NOT_ALLOWED,
        JWE_KEY_UNKNOWN,
        JWE_COMPRESSED,
        JWE_CRITICAL_HEADER,
        JWE_EPHEMERAL_KEY_INVALID,
        JWE_NOT_DECRYPTED,
        PAYLOAD_MALFORMED,
        VP_TOKEN_MISSING,
        VP_TOKEN_NOT_AN_OBJECT,
        VP_TOKEN_TOO_MANY,
        PRESENTATIONS_NOT_AN_ARRAY,
        STATE_MISSING,
        STATE_MISMATCH,
        WALLET_NONCE_INVALID,
        NOT_WAITING;

        /** The stable snake_case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public OpenId4VpException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public OpenId4VpException(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
