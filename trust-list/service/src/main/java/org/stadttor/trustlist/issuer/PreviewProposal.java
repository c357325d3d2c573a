// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Optional;

/** Says what a proposal would be, or why it would be refused. Stores nothing. */
public final class PreviewProposal {

    private final IssuerDecisions decisions;
    private final ProposalDraft draft;

    public PreviewProposal(IssuerDecisions decisions) {
        this.decisions = decisions;
        this.draft = new ProposalDraft(decisions.register().issuers());
    }

    /**
     * The proposal as it would be made now; ids are new each time.
     *
     * @param changed the entity that is to be changed; nothing for a listing
     * @throws IssuerRefusedException as {@link ProposeIssuer} and {@link ProposeChange}
     */
    public Proposal preview(Optional<IssuerId> changed, IssuerDetails details, StaffId proposer, String reason) {
        Change change = decisions.change(proposer, reason);
        return changed.map(id -> draft.change(id, details, change)).orElseGet(() -> draft.listing(details, change));
    }

    /**
     * The resumption as it would be proposed now.
     *
     * @throws IssuerRefusedException as {@link ProposeResumption}
     */
    public Proposal resumption(IssuerId id, StaffId proposer, String reason) {
        return draft.resumption(id, decisions.change(proposer, reason));
    }
}
