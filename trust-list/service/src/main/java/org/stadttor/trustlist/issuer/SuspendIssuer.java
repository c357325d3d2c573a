// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;

/** Takes an issuer off the list at once. One person is enough: distrust must not wait for a second one. */
public final class SuspendIssuer {

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
        Change change = new Change(by, decisions.clock().instant(), reason);
        decisions.decide(
                id,
                "issuer.suspended",
                change,
                SuspendIssuer::rule,
                c -> decisions.issuers().suspend(id, c),
                true);
    }

    private static void rule(TrustedIssuer issuer) {
        if (!(issuer instanceof Approved)) {
            throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
    }
}
