// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

/** The first of two people proposes other details for an entity that is listed or suspended. */
public final class ProposeChange {

    private final IssuerDecisions decisions;
    private final ProposalDraft draft;

    public ProposeChange(IssuerDecisions decisions) {
        this.decisions = decisions;
        this.draft = new ProposalDraft(decisions.register().issuers());
    }

    /**
     * Proposes; the list stays as it is until another person approves, then these details take the place of the old
     * ones. A suspended entity returns to the list with them.
     *
     * @throws IssuerRefusedException {@code unknown_issuer}, {@code wrong_state}, {@code purpose_changed},
     *     {@code nothing_changed}, {@code certificate_not_valid}, {@code key_of_another_issuer}
     */
    public Proposal propose(IssuerId id, IssuerDetails details, StaffId proposer, String reason) {
        Change change = decisions.change(proposer, reason);
        return decisions.propose(() -> draft.change(id, details, change));
    }
}
