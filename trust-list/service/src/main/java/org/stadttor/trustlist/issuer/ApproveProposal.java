// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.List;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.Proposal.Kind;

/** The second of two people approves a proposal: what it says is published with that. */
public final class ApproveProposal {

    private final IssuerDecisions decisions;
    private final ProposalDraft draft;

    public ApproveProposal(IssuerDecisions decisions) {
        this.decisions = decisions;
        this.draft = new ProposalDraft(decisions.register().issuers());
    }

    /**
     * Approves and publishes.
     *
     * @param hash {@link Proposal#hash()} of what the approver saw; the base is in it
     * @throws IssuerRefusedException {@code unknown_proposal}, {@code already_decided}, {@code proposal_lapsed},
     *     {@code ground_moved}, {@code hash_mismatch}, {@code same_person}, {@code certificate_not_valid},
     *     {@code key_of_another_issuer}
     */
    public void approve(ProposalId id, String hash, StaffId approver, String reason) {
        Change change = decisions.change(approver, reason);
        decisions.onGround(id, change, proposal -> {
            requireApprovable(proposal, hash, change);
            return decisions.register().proposals().approve(id, change) && apply(proposal, change);
        });
    }

    private void requireApprovable(Proposal proposal, String hash, Change change) {
        PendingOnly.require(proposal, change.at());
        if (!proposal.hash().equals(hash)) {
            throw new IssuerRefusedException(Reason.HASH_MISMATCH);
        }
        if (proposal.proposed().by().equals(change.by())) {
            throw new IssuerRefusedException(Reason.SAME_PERSON);
        }
        IssuerDetails details = proposal.details();
        List<TrustedIssuer> all = decisions.register().issuers().of(details.purpose());
        if (!Ground.isOnBase(proposal, all)) {
            throw new IssuerRefusedException(Reason.GROUND_MOVED);
        }
        if (proposal.kind() == Kind.RESUMPTION) {
            DistinctKeys.require(proposal.issuer(), details, all);
        } else {
            draft.requireListable(proposal.issuer(), details, change.at());
        }
    }

    private boolean apply(Proposal proposal, Change change) {
        TrustedIssuers issuers = decisions.register().issuers();
        return switch (proposal.kind()) {
            case LISTING -> {
                issuers.add(proposal, change);
                yield true;
            }
            case CHANGE, RESUMPTION -> issuers.apply(proposal, change);
        };
    }
}
