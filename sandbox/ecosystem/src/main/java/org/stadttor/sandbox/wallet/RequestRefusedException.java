// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The wallet does not answer a request, because something about it is wrong. */
public final class RequestRefusedException extends RuntimeException {

    /** What is wrong, as a stable code. */
    public enum Reason {
        LINK_MALFORMED,
        LINK_CLIENT_ID_MISSING,
        LINK_REQUEST_URI_MISSING,
        LINK_METHOD_UNKNOWN,
        REQUEST_NOT_REACHABLE,
        REQUEST_HTTP_STATUS,
        REQUEST_CONTENT_TYPE,
        REQUEST_MALFORMED,
        REQUEST_TYP,
        REQUEST_ALGORITHM,
        REQUEST_CHAIN_MISSING,
        REQUEST_CHAIN_CONTAINS_ANCHOR,
        REQUEST_CHAIN_SELF_SIGNED,
        REQUEST_CHAIN_UNTRUSTED,
        REQUEST_SIGNATURE,
        CLIENT_ID_PREFIX,
        CLIENT_ID_HASH,
        CLIENT_ID_MISMATCH,
        AUDIENCE,
        RESPONSE_TYPE,
        RESPONSE_MODE,
        RESPONSE_URI,
        REDIRECT_URI_PRESENT,
        NONCE,
        WALLET_NONCE,
        EXPIRED,
        QUERY_MALFORMED,
        QUERY_AND_SCOPE,
        TRANSACTION_DATA,
        CLIENT_METADATA,
        ENCRYPTION_KEY,
        NOTHING_FITS,
        RESPONSE_NOT_DELIVERED;

        /** The stable snake_case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public RequestRefusedException(Reason reason) {
        this(reason, null);
    }

    public RequestRefusedException(Reason reason, @Nullable Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
