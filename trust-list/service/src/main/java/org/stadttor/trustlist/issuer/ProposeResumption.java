// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

/** The first of two people proposes to put a suspended entity back on its list as it was. */
public final class ProposeResumption {

    private final IssuerDecisions decisions;
    private final ProposalDraft draft;

    public ProposeResumption(IssuerDecisions decisions) {
        this.decisions = decisions;
        this.draft = new ProposalDraft(decisions.register().issuers());
    }

    /**
     * Proposes; nothing is published.
     *
     * @throws IssuerRefusedException {@code wrong_state}, {@code unknown_issuer}
     */
    public Proposal propose(IssuerId id, StaffId proposer, String reason) {
        Change change = decisions.change(proposer, reason);
        return decisions.propose(() -> draft.resumption(id, change));
    }
}
