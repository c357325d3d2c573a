// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import org.stadttor.trustlist.evaluation.TrustDecision.Reason;

/** Ends an evaluation; becomes a {@link TrustDecision.Untrusted} before it leaves the package. No stack trace. */
final class UntrustedException extends RuntimeException {

    private final Reason reason;

    UntrustedException(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
