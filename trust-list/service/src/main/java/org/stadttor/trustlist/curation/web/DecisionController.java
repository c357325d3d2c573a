// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposalId;
import org.stadttor.trustlist.issuer.Proposals;
import org.stadttor.trustlist.issuer.StaffId;

/** One proposal: looked at, approved, rejected, withdrawn. What is refused is said on the page it was done on. */
@Controller
public final class DecisionController {

    /** One request about one proposal. */
    record Turn(
            Proposal proposal,
            StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {

        StaffId who() {
            return new StaffId(member.id().value());
        }
    }

    private final Proposals proposals;
    private final DecisionActs acts;
    private final Confirmations confirmations;
    private final DecisionPages pages;

    public DecisionController(
            Proposals proposals, DecisionActs acts, Confirmations confirmations, DecisionPages pages) {
        this.proposals = proposals;
        this.acts = acts;
        this.confirmations = confirmations;
        this.pages = pages;
    }

    @ModelAttribute(binding = false)
    Turn turn(
            @PathVariable String id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return new Turn(find(id), member, request, response, model);
    }

    @GetMapping("/admin/decisions/{id}")
    String show(@ModelAttribute(binding = false) Turn turn) {
        return page(turn);
    }

    /** Approves exactly the bytes whose hash was on the page. */
    @PostMapping("/admin/decisions/{id}/approve")
    String approve(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String reason) {
        return decide(turn, new Act("approve", reason), proposal -> {
            confirmations.require(turn.request(), DecisionPages.approval(proposal, hash));
            acts.approve().approve(proposal.id(), hash, turn.who(), reason.strip());
        });
    }

    @PostMapping("/admin/decisions/{id}/reject")
    String reject(@ModelAttribute(binding = false) Turn turn, @RequestParam(defaultValue = "") String reason) {
        return decide(
                turn,
                new Act("reject", reason),
                proposal -> acts.reject().reject(proposal.id(), turn.who(), reason.strip()));
    }

    @PostMapping("/admin/decisions/{id}/withdraw")
    String withdraw(@ModelAttribute(binding = false) Turn turn, @RequestParam(defaultValue = "") String reason) {
        return decide(
                turn,
                new Act("withdraw", reason),
                proposal -> acts.withdraw().withdraw(proposal.id(), turn.who(), reason.strip()));
    }

    private String decide(Turn turn, Act act, Consumer<Proposal> work) {
        Proposal proposal = turn.proposal();
        return act.done(() -> work.accept(proposal), turn.model(), turn.response())
                ? "redirect:/admin/decisions/" + proposal.id()
                : page(new Turn(
                        find(proposal.id().toString()), turn.member(), turn.request(), turn.response(), turn.model()));
    }

    private String page(Turn turn) {
        return pages.page(
                turn.proposal(),
                turn.member(),
                turn.request(),
                turn.model(),
                RequestContextUtils.getLocale(turn.request()));
    }

    private Proposal find(String id) {
        return proposals
                .find(new ProposalId(FormRequest.uuid(id)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
