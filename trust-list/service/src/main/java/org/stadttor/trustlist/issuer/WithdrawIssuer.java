// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;

/** Ends an issuer for good, from any state; a proposal that is turned down ends like this too. One person is enough. */
public final class WithdrawIssuer {

    private final IssuerDecisions decisions;

    public WithdrawIssuer(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Withdraws and publishes.
     *
     * @throws IssuerRefusedException {@code wrong_state} if it is withdrawn already, {@code unknown_issuer}
     */
    public void withdraw(IssuerId id, StaffId by, String reason) {
        Change change = new Change(by, decisions.clock().instant(), reason);
        decisions.decide(
                id,
                "issuer.withdrawn",
                change,
                WithdrawIssuer::rule,
                c -> decisions.issuers().withdraw(id, c),
                true);
    }

    private static void rule(TrustedIssuer issuer) {
        if (issuer instanceof Withdrawn) {
            throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
    }
}
