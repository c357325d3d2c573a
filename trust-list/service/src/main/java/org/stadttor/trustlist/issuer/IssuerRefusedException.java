// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Locale;

/** A change to an issuer that is not possible; nothing was changed. */
public final class IssuerRefusedException extends RuntimeException {

    private final Reason reason;

    public IssuerRefusedException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        UNKNOWN_ISSUER,
        WRONG_STATE,
        SAME_PERSON,
        NO_RESUMPTION_PROPOSED,
        CERTIFICATE_NOT_VALID,
        KEY_OF_ANOTHER_ISSUER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
