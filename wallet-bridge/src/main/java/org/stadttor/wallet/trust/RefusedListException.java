// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.util.Locale;

/** A list that is authentic but must not replace the one in use. */
final class RefusedListException extends RuntimeException {

    enum Reason {
        SEQUENCE_LOWER,
        SEQUENCE_REUSED,
        NEXT_UPDATE_PASSED,
        ISSUED_IN_FUTURE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    RefusedListException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
