// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Locale;
import java.util.Objects;

/** A registration document was refused. */
public final class InvalidRegistrationException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        DOCUMENT_MALFORMED,
        MEMBER_UNKNOWN,
        MEMBER_MISSING,
        CLIENT_ID_INVALID,
        NAME_INVALID,
        REDIRECT_URI_INVALID,
        KEYS_INVALID,
        JWKS_URI_INVALID,
        SECTOR_INVALID,
        MATCHING_INVALID,
        ENTITLEMENT_INVALID,
        /** {@code account} matching needs attributes the relying party is not entitled to. */
        MATCHING_ATTRIBUTES_NOT_ENTITLED,
        POLICY_URI_INVALID,
        /** There is such a relying party, and it is suspended, retired or has a life cycle. */
        NOT_CHANGEABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidRegistrationException(Reason reason, String detail) {
        super(reason.code() + ": " + detail);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
