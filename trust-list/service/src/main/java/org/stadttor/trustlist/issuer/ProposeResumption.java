// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;

/** The first of two people proposes to put a suspended issuer back on the list. */
public final class ProposeResumption {

    private final IssuerDecisions decisions;

    public ProposeResumption(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Proposes; nothing is published. A later proposal replaces an earlier one.
     *
     * @throws IssuerRefusedException {@code wrong_state}, {@code unknown_issuer}
     */
    public void propose(IssuerId id, StaffId proposer, String reason) {
        Change change = new Change(proposer, decisions.clock().instant(), reason);
        decisions.decide(
                id,
                "issuer.resumption_proposed",
                change,
                ProposeResumption::rule,
                c -> decisions.issuers().proposeResumption(id, c),
                false);
    }

    private static void rule(TrustedIssuer issuer) {
        if (!(issuer instanceof Suspended)) {
            throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
    }
}
