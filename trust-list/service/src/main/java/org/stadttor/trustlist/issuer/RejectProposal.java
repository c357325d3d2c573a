// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;

/** The second of two people turns a proposal down. */
public final class RejectProposal {

    private final IssuerDecisions decisions;

    public RejectProposal(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Rejects; nothing is published.
     *
     * @throws IssuerRefusedException {@code unknown_proposal}, {@code already_decided}, {@code proposal_lapsed},
     *     {@code ground_moved}, {@code same_person}
     */
    public void reject(ProposalId id, StaffId by, String reason) {
        Change change = decisions.change(by, reason);
        decisions.onProposal(id, "proposal.rejected", change, proposal -> {
            PendingOnly.require(proposal, change.at());
            if (proposal.proposed().by().equals(by)) {
                throw new IssuerRefusedException(Reason.SAME_PERSON);
            }
            return decisions.register().proposals().reject(id, change);
        });
    }
}
