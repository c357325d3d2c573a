// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Locale;
import java.util.Objects;

/** A pushed authorization request was refused. */
public final class InvalidAuthorizationRequestException extends RuntimeException {

    /** Why, with the error code the relying party gets (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6). */
    public enum Reason {
        PARAMETER_REPEATED("invalid_request"),
        PARAMETER_MALFORMED("invalid_request"),
        CLIENT_ID_MISMATCH("invalid_request"),
        REQUEST_OBJECT("request_not_supported"),
        REQUEST_URI("invalid_request"),
        REGISTRATION("registration_not_supported"),
        RESPONSE_TYPE_MISSING("invalid_request"),
        RESPONSE_TYPE("unsupported_response_type"),
        RESPONSE_MODE("invalid_request"),
        REDIRECT_URI("invalid_request"),
        SCOPE_WITHOUT_OPENID("invalid_scope"),
        SCOPE_WITHOUT_ATTRIBUTES("invalid_scope"),
        CODE_CHALLENGE("invalid_request"),
        CODE_CHALLENGE_METHOD("invalid_request"),
        STATE("invalid_request"),
        NONCE("invalid_request"),
        PROMPT("invalid_request"),
        MAX_AGE("invalid_request"),
        UI_LOCALES("invalid_request"),
        ID_TOKEN_HINT("invalid_request");

        private final String error;

        Reason(String error) {
            this.error = error;
        }

        /** The OAuth error code. */
        public String error() {
            return error;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidAuthorizationRequestException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
