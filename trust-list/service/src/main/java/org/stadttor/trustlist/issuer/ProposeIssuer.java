// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

/** The first of two people proposes to put somebody on a list. */
public final class ProposeIssuer {

    private final IssuerDecisions decisions;
    private final ProposalDraft draft;

    public ProposeIssuer(IssuerDecisions decisions) {
        this.decisions = decisions;
        this.draft = new ProposalDraft(decisions.register().issuers());
    }

    /**
     * Proposes; nothing is published yet.
     *
     * @param reason why now; the legal basis is in the details
     * @throws IssuerRefusedException {@code certificate_not_valid}, {@code key_of_another_issuer}
     */
    public Proposal propose(IssuerDetails details, StaffId proposer, String reason) {
        Change change = decisions.change(proposer, reason);
        return decisions.propose(() -> draft.listing(details, change));
    }
}
