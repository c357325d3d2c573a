// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Locale;
import java.util.Objects;

/** A code was refused; the relying party gets {@code invalid_grant} and nothing more. */
public final class InvalidGrantException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        CODE_UNKNOWN,
        CODE_EXPIRED,
        CODE_REUSED,
        CODE_OF_OTHER_CLIENT,
        REDIRECT_URI_MISMATCH,
        CODE_VERIFIER_MISMATCH,
        /** The issuer of the PID was taken off the trust list since. */
        ISSUER_UNTRUSTED,
        /** Nobody can say whether the issuer is on it. */
        TRUST_LIST_UNAVAILABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidGrantException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
