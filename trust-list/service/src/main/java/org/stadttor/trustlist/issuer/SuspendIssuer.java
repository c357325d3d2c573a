// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Duration;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;

/**
 * Takes an entity off its list at once. One person is enough: distrust must not wait for a second one. If nobody confirms
 * it in time, the entity returns with an alarm.
 */
public final class SuspendIssuer {

    /** So long a second person can confirm. */
    public static final Duration TIME_TO_CONFIRM = Duration.ofDays(3);

    private final IssuerDecisions decisions;

    public SuspendIssuer(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Suspends and publishes.
     *
     * @throws IssuerRefusedException {@code wrong_state}, {@code unknown_issuer}
     */
    public void suspend(IssuerId id, StaffId by, String reason) {
        Change change = decisions.change(by, reason);
        decisions.onIssuer(id, "issuer.suspended", change, issuer -> {
            if (!(issuer instanceof Approved approved)) {
                throw new IssuerRefusedException(Reason.WRONG_STATE);
            }
            return decisions
                    .register()
                    .issuers()
                    .suspend(approved, change, change.at().plus(TIME_TO_CONFIRM));
        });
    }
}
