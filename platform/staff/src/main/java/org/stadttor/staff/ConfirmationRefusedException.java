// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Locale;
import java.util.Objects;

/** An act was not confirmed, so it does not happen. */
public final class ConfirmationRefusedException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        /** None, used already, too old, or of another session. */
        CONFIRMATION_MISSING,
        /** Given for something else. */
        CONFIRMATION_OF_ANOTHER_ACT,
        /** The passkey's answer is not valid. */
        PASSKEY_REFUSED,
        /** Signed in by a way that cannot confirm. */
        CANNOT_CONFIRM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public ConfirmationRefusedException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
