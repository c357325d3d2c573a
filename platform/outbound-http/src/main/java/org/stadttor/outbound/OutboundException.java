// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fetch was refused or failed. The message names purpose and reason, never an address or content. */
public final class OutboundException extends RuntimeException {

    /** Why, as a stable code for audit, metrics and alarms. */
    public enum Reason {
        URL_INVALID,
        SCHEME_NOT_ALLOWED,
        HOST_NOT_ALLOWED,
        PORT_NOT_ALLOWED,
        ADDRESS_NOT_ALLOWED,
        NAME_NOT_RESOLVED,
        CONNECT_FAILED,
        TLS_FAILED,
        TIMEOUT,
        TOO_MANY_REDIRECTS,
        REDIRECT_INVALID,
        STATUS_NOT_OK,
        CONTENT_TYPE_NOT_ALLOWED,
        CONTENT_ENCODING_NOT_ALLOWED,
        CONTENT_MALFORMED,
        TOO_LARGE,
        PROTOCOL_ERROR,
        INTERRUPTED;

        /** The stable snake_case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final int status;

    OutboundException(String purpose, Reason reason, int status, @Nullable Throwable cause) {
        super(purpose + ": " + reason.code() + (status == 0 ? "" : " " + status), cause);
        this.reason = Objects.requireNonNull(reason);
        this.status = status;
    }

    OutboundException(String purpose, Reason reason) {
        this(purpose, reason, 0, null);
    }

    public Reason reason() {
        return reason;
    }

    /** The HTTP status of a {@link Reason#STATUS_NOT_OK}, else 0. */
    public int status() {
        return status;
    }
}
