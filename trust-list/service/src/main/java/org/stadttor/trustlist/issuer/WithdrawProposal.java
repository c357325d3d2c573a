// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;

/** The proposer takes the proposal back. */
public final class WithdrawProposal {

    private final IssuerDecisions decisions;

    public WithdrawProposal(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Withdraws; nothing is published.
     *
     * @throws IssuerRefusedException {@code unknown_proposal}, {@code already_decided}, {@code proposal_lapsed},
     *     {@code ground_moved}, {@code not_the_proposer}
     */
    public void withdraw(ProposalId id, StaffId by, String reason) {
        Change change = decisions.change(by, reason);
        decisions.onProposal(id, "proposal.withdrawn", change, proposal -> {
            PendingOnly.require(proposal, change.at());
            if (!proposal.proposed().by().equals(by)) {
                throw new IssuerRefusedException(Reason.NOT_THE_PROPOSER);
            }
            return decisions.register().proposals().withdraw(id, change);
        });
    }
}
