// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import java.util.Locale;
import java.util.Objects;

/** Matching was refused rather than guessed. */
public final class CitizenNotIdentifiableException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        /** The attributes fit more than one account. */
        MATCHING_COLLISION,
        /** An attribute that matching needs is missing or empty. */
        MATCHING_ATTRIBUTE_MISSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public CitizenNotIdentifiableException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
