// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Locale;
import java.util.Objects;

/** A relying party could not be authenticated; it gets {@code invalid_client} and nothing more. */
public final class InvalidClientException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        ASSERTION_MISSING,
        ASSERTION_MALFORMED,
        HEADER_INVALID,
        CLIENT_MISMATCH,
        CLIENT_UNKNOWN,
        AUDIENCE_INVALID,
        EXPIRY_MISSING,
        EXPIRY_TOO_FAR,
        ASSERTION_EXPIRED,
        NOT_YET_VALID,
        KEYS_UNAVAILABLE,
        KEY_UNKNOWN,
        SIGNATURE_INVALID,
        JTI_MISSING,
        ASSERTION_REPLAYED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidClientException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
