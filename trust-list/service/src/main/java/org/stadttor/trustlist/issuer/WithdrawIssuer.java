// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;

/** Takes an entity off its list for good. One person is enough; back it comes only as a new one, by two. */
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
        Change change = decisions.change(by, reason);
        decisions.onIssuer(id, "issuer.withdrawn", change, issuer -> {
            if (issuer instanceof Withdrawn) {
                throw new IssuerRefusedException(Reason.WRONG_STATE);
            }
            return decisions.register().issuers().withdraw(issuer, change);
        });
    }
}
