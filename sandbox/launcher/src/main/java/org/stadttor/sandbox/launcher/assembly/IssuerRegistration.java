// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.util.Optional;
import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.Proposals;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/**
 * Lists an issuer the way it is done in the real world: one person proposes, another approves. What is registered once
 * stays; changed details are a change of the same entry.
 */
final class IssuerRegistration {
    private static final StaffId PROPOSER = new StaffId("paula.proposer@sandbox");
    private static final StaffId APPROVER = new StaffId("anton.approver@sandbox");
    private static final String REASON = "registered in the sandbox";

    private final Part trustList;

    IssuerRegistration(Part trustList) {
        this.trustList = trustList;
    }

    /** The legal basis under which an issuer of this id is found again. */
    static String basis(String id) {
        return "sandbox registration " + id;
    }

    /** Lists the issuer, unless it is listed or suspended with just these details already. */
    void register(IssuerDetails details) {
        Optional<TrustedIssuer> known = trustList.bean(TrustedIssuers.class).all().stream()
                .filter(issuer -> !(issuer instanceof Withdrawn))
                .filter(issuer -> issuer.details().legalBasis().equals(details.legalBasis()))
                .findFirst();
        if (known.isPresent() && known.get().details().equals(details)) {
            return;
        }
        if (known.isPresent()) {
            approve(trustList.bean(ProposeChange.class).propose(known.get().id(), details, PROPOSER, REASON));
        } else {
            approve(leftOver(details)
                    .orElseGet(() -> trustList.bean(ProposeIssuer.class).propose(details, PROPOSER, REASON)));
        }
    }

    /** The proposal of a sandbox that was stopped before its approval. */
    private Optional<Proposal> leftOver(IssuerDetails details) {
        return trustList.bean(Proposals.class).pending().stream()
                .filter(proposal -> proposal.kind() == Proposal.Kind.LISTING)
                .filter(proposal -> proposal.proposed().by().equals(PROPOSER))
                .filter(proposal -> proposal.details().equals(details))
                .findFirst();
    }

    private void approve(Proposal proposal) {
        trustList
                .bean(ApproveProposal.class)
                .approve(proposal.id(), proposal.hash(), APPROVER, "checked in the sandbox");
    }
}
