// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import java.util.Locale;
import java.util.Objects;

/** A sign-in through another provider is refused. */
public final class OpenIdRefusedException extends RuntimeException {

    /** Why, as a stable code; each has a sentence {@code staff.openid.error.<code>}. */
    public enum Reason {
        /** No answer, or not in time. */
        PROVIDER_UNREACHABLE,
        /** Its metadata is not what it must be, or of another issuer. */
        PROVIDER_METADATA_INVALID,
        /** The answer does not belong to a sign-in that this browser began. */
        STATE_MISMATCH,
        /** The answer is of another issuer (RFC 9207). */
        ISSUER_MISMATCH,
        /** The provider says no. */
        DECLINED,
        /** The provider does not redeem the code. */
        CODE_REFUSED,
        /** The ID token is not valid for us now. */
        ID_TOKEN_INVALID,
        /** The ID token belongs to another sign-in. */
        NONCE_MISMATCH,
        /** Nobody here has this identity. */
        IDENTITY_UNKNOWN,
        /** Somebody else has this identity, or this account has another one. */
        IDENTITY_TAKEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public OpenIdRefusedException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public OpenIdRefusedException(Reason reason, Exception cause) {
        super(reason.code(), cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
