// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/** What follows a suspension: a second person confirms it, or two people put the entity back. */
@Controller
public final class SuspensionController {

    private final TrustedIssuers issuers;
    private final DistrustActs acts;
    private final Confirmations confirmations;
    private final SuspensionPages pages;

    public SuspensionController(
            TrustedIssuers issuers, DistrustActs acts, Confirmations confirmations, SuspensionPages pages) {
        this.issuers = issuers;
        this.acts = acts;
        this.confirmations = confirmations;
        this.pages = pages;
    }

    @ModelAttribute(name = "turn", binding = false)
    EntityTurn turn(
            @PathVariable String id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return new EntityTurn(find(id), member, request, response, model);
    }

    @GetMapping("/admin/suspensions/{id}")
    String show(@ModelAttribute(name = "turn", binding = false) EntityTurn turn) {
        return pages.one(turn);
    }

    @PostMapping("/admin/suspensions/{id}/confirm")
    String confirm(
            @ModelAttribute(name = "turn", binding = false) EntityTurn turn,
            @RequestParam(defaultValue = "") String reason) {
        boolean done = new Act("confirm", reason)
                .done(
                        () -> {
                            confirmations.require(turn.request(), turn.act(SuspensionPages.CONFIRM));
                            acts.confirm().confirm(turn.issuer().id(), turn.who(), reason.strip());
                        },
                        turn.model(),
                        turn.response());
        return done ? "redirect:/admin/suspensions/" + turn.issuer().id() : again(turn);
    }

    /** The first of two people proposes to put it back; the second decides as on every proposal. */
    @PostMapping("/admin/suspensions/{id}/resume")
    String resume(
            @ModelAttribute(name = "turn", binding = false) EntityTurn turn,
            @RequestParam(defaultValue = "") String reason) {
        Proposal[] made = new Proposal[1];
        boolean done = new Act("resume", reason)
                .done(
                        () -> made[0] = acts.resume().propose(turn.issuer().id(), turn.who(), reason.strip()),
                        turn.model(),
                        turn.response());
        return done ? "redirect:/admin/decisions/" + made[0].id() : again(turn);
    }

    private String again(EntityTurn turn) {
        return pages.one(turn.on(find(turn.issuer().id().toString())));
    }

    private TrustedIssuer find(String id) {
        return issuers.find(FormRequest.issuerId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
