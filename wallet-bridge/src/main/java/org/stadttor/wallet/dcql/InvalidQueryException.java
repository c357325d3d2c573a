// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.Locale;
import java.util.Objects;

/** A DCQL query breaks a rule of OpenID4VP 1.0, section 6, or asks for something this verifier never asks for. */
public final class InvalidQueryException extends RuntimeException {

    /** Which rule. */
    public enum Reason {
        NOT_JSON,
        MEMBER_INVALID,
        IDENTIFIER_INVALID,
        IDENTIFIER_DUPLICATE,
        IDENTIFIER_UNKNOWN,
        FORMAT_NOT_SUPPORTED,
        TYPES_EMPTY,
        PATH_INVALID,
        CLAIM_DUPLICATE,
        CLAIM_NEVER_SELECTIVE,
        CLAIM_SETS_WITHOUT_CLAIMS,
        HOLDER_BINDING_WAIVED,
        EMPTY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvalidQueryException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
