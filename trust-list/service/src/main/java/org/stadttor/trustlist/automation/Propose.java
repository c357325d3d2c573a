// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import java.util.Optional;
import org.stadttor.trustlist.curation.Examination;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.PreviewProposal;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.Proposal.Kind;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.StaffId;

/** Proposals of every kind in one form. */
public final class Propose {

    private final ProposeIssuer listing;
    private final ProposeChange change;
    private final ProposeResumption resumption;
    private final PreviewProposal preview;

    public Propose(ProposeIssuer listing, ProposeChange change, ProposeResumption resumption, PreviewProposal preview) {
        this.listing = listing;
        this.change = change;
        this.resumption = resumption;
        this.preview = preview;
    }

    /**
     * Makes the proposal.
     *
     * @throws BlockedProposalException if something is so wrong with a certificate that people could not propose it
     */
    public Proposal propose(ProposalRequest request, StaffId proposer) {
        preview(request, proposer);
        return switch (request.kind()) {
            case LISTING -> listing.propose(details(request), proposer, request.reason());
            case CHANGE -> change.propose(entity(request), details(request), proposer, request.reason());
            case RESUMPTION -> resumption.propose(entity(request), proposer, request.reason());
        };
    }

    /**
     * What it would be; stores nothing.
     *
     * @throws BlockedProposalException as above
     */
    public Proposal preview(ProposalRequest request, StaffId proposer) {
        Proposal proposal = draft(request, proposer);
        Examination examination =
                Examination.of(proposal.details(), proposal.proposed().at());
        if (request.kind() != Kind.RESUMPTION && examination.blocked()) {
            throw new BlockedProposalException(examination);
        }
        return proposal;
    }

    private Proposal draft(ProposalRequest request, StaffId proposer) {
        return switch (request.kind()) {
            case LISTING -> preview.preview(Optional.empty(), details(request), proposer, request.reason());
            case CHANGE -> preview.preview(request.entity(), details(request), proposer, request.reason());
            case RESUMPTION -> preview.resumption(entity(request), proposer, request.reason());
        };
    }

    private static IssuerId entity(ProposalRequest request) {
        return request.entity().orElseThrow();
    }

    private static IssuerDetails details(ProposalRequest request) {
        return request.details().orElseThrow();
    }
}
