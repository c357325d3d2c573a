// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.util.Locale;
import java.util.Objects;

/** A status list token, or the list in it, is not what the standard asks for; it says nothing about any credential. */
public final class InvalidStatusListException extends RuntimeException {

    /** What is wrong, as a stable code for audit, metrics and alarms. */
    public enum Reason {
        MALFORMED,
        TOO_LARGE,
        TYP_INVALID,
        ALGORITHM_NOT_ALLOWED,
        CRITICAL_HEADER_UNKNOWN,
        CHAIN_MISSING,
        CHAIN_INVALID,
        SIGNER_SELF_SIGNED,
        ANCHOR_IN_CHAIN,
        SIGNATURE_INVALID,
        SIGNER_UNTRUSTED,
        SUBJECT_MISMATCH,
        ISSUED_AT_MISSING,
        ISSUED_IN_FUTURE,
        EXPIRED,
        TTL_INVALID,
        BITS_INVALID,
        LIST_MALFORMED,
        LIST_TOO_LARGE,
        INDEX_OUT_OF_RANGE,
        OLDER_THAN_KNOWN;

        /** The stable snake_case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidStatusListException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public InvalidStatusListException(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
