// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.automation.ProposalRequest;
import org.stadttor.trustlist.automation.Propose;
import org.stadttor.trustlist.automation.TrustJson;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposalId;
import org.stadttor.trustlist.issuer.Proposals;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.WithdrawProposal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposals of programs, and distrust. There is no approval here and no confirmation: those need a person with a passkey.
 */
@RestController
public class TrustProposeApi {

    private final Proposals proposals;
    private final Propose propose;
    private final WithdrawProposal withdraw;
    private final SuspendIssuer suspend;

    public TrustProposeApi(Proposals proposals, Propose propose, WithdrawProposal withdraw, SuspendIssuer suspend) {
        this.proposals = proposals;
        this.propose = propose;
        this.withdraw = withdraw;
        this.suspend = suspend;
    }

    /** Proposals that wait for a decision, the oldest first. */
    @GetMapping("/api/v1/proposals")
    public ObjectNode pending(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        Page page = new Page(offset, limit);
        List<Proposal> pending = proposals.pending();
        return TrustJson.page(pending.size(), page.of(pending), TrustJson::proposal);
    }

    /** One proposal, decided or not. */
    @GetMapping("/api/v1/proposals/{id}")
    public ObjectNode proposal(@PathVariable UUID id) {
        return TrustJson.proposal(proposals.find(new ProposalId(id)).orElseThrow(NotThereException::new));
    }

    /** Proposes; with {@code dry-run} says what the proposal would be and stores nothing. */
    @PostMapping("/api/v1/proposals")
    public ResponseEntity<ObjectNode> propose(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        ProposalRequest wanted = ProposalRequest.parse(Bodies.read(request));
        if (dryRun) {
            return ResponseEntity.ok(TrustJson.examined(propose.preview(wanted, person(member))));
        }
        Proposal made = propose.propose(wanted, person(member));
        return ResponseEntity.created(URI.create("/api/v1/proposals/" + made.id()))
                .body(TrustJson.examined(made));
    }

    /** Takes back an own proposal. */
    @PostMapping("/api/v1/proposals/{id}/withdrawal")
    public ObjectNode withdraw(
            @AuthenticationPrincipal StaffMember member, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        String reason = ProposalRequest.parseReason(Bodies.read(request));
        withdraw.withdraw(new ProposalId(id), person(member), reason);
        return proposal(id);
    }

    /** Takes an entity off its list at once. */
    @PostMapping("/api/v1/entities/{id}/suspension")
    public ResponseEntity<Void> suspend(
            @AuthenticationPrincipal StaffMember member, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        String reason = ProposalRequest.parseReason(Bodies.read(request));
        suspend.suspend(new IssuerId(id), person(member), reason);
        return ResponseEntity.noContent().build();
    }

    private static StaffId person(StaffMember member) {
        return new StaffId(member.id().value());
    }
}
