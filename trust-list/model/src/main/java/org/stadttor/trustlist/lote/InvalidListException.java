// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A list, or its signature, is not what the standard and our configuration ask for; nothing of it may be used. */
public final class InvalidListException extends RuntimeException {

    private final Reason reason;

    public InvalidListException(Reason reason, String message) {
        this(reason, message, null);
    }

    public InvalidListException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason.code() + ": " + message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong. */
    public enum Reason {
        TOO_LARGE,
        LIMIT_EXCEEDED,
        MALFORMED_JSON,
        DUPLICATE_MEMBER,
        WRAPPER_MISSING,
        VERSION_NOT_SUPPORTED,
        MEMBER_MISSING,
        MEMBER_INVALID,
        NEXT_UPDATE_MISSING,
        UNKNOWN_CRITICAL_EXTENSION,
        CERTIFICATE_UNREADABLE,
        WRONG_LIST_TYPE,
        MALFORMED_JWS,
        PAYLOAD_DETACHED,
        ALGORITHM_NOT_ALLOWED,
        CRITICAL_HEADER_UNKNOWN,
        SIGNER_UNNAMED,
        SIGNER_NOT_PINNED,
        SIGNER_EXPIRED,
        SIGNER_NOT_YET_VALID,
        SIGNING_TIME_INVALID,
        SIGNATURE_INVALID;

        /** Stable name for logs, metrics and the audit trail. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
