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
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.TrustedIssuer;

/** Takes an entity off its list: at once in an emergency, or for good. */
@Controller
public final class DistrustController {

    private final IssuerRegister register;
    private final DistrustActs acts;
    private final Confirmations confirmations;
    private final Surroundings surroundings;

    public DistrustController(
            IssuerRegister register, DistrustActs acts, Confirmations confirmations, Surroundings surroundings) {
        this.register = register;
        this.acts = acts;
        this.confirmations = confirmations;
        this.surroundings = surroundings;
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

    @GetMapping("/admin/entities/{id}/suspend")
    String suspendPage(@ModelAttribute(name = "turn", binding = false) EntityTurn turn) {
        return page("suspend", turn);
    }

    @PostMapping("/admin/entities/{id}/suspend")
    String suspend(
            @ModelAttribute(name = "turn", binding = false) EntityTurn turn,
            @RequestParam(defaultValue = "") String reason) {
        return act(
                "suspend",
                turn,
                reason,
                "/admin/suspensions/",
                () -> acts.suspend().suspend(turn.issuer().id(), turn.who(), reason.strip()));
    }

    @GetMapping("/admin/entities/{id}/remove")
    String removePage(@ModelAttribute(name = "turn", binding = false) EntityTurn turn) {
        return page("remove", turn);
    }

    @PostMapping("/admin/entities/{id}/remove")
    String remove(
            @ModelAttribute(name = "turn", binding = false) EntityTurn turn,
            @RequestParam(defaultValue = "") String reason) {
        return act(
                "remove",
                turn,
                reason,
                "/admin/entities/",
                () -> acts.remove().withdraw(turn.issuer().id(), turn.who(), reason.strip()));
    }

    private String act(String verb, EntityTurn turn, String reason, String next, Runnable work) {
        Runnable confirmed = () -> {
            confirmations.require(turn.request(), turn.act(verb));
            work.run();
        };
        String id = turn.issuer().id().toString();
        return new Act(verb, reason).done(confirmed, turn.model(), turn.response())
                ? "redirect:" + next + id
                : page(verb, turn.on(find(id)));
    }

    private String page(String verb, EntityTurn turn) {
        TrustedIssuer issuer = turn.issuer();
        boolean possible = verb.equals("suspend")
                ? issuer instanceof TrustedIssuer.Approved
                : !(issuer instanceof TrustedIssuer.Withdrawn);
        Model model = turn.model();
        model.addAttribute("verb", verb);
        model.addAttribute("issuer", issuer);
        model.addAttribute("details", issuer.details());
        model.addAttribute("possible", possible);
        model.addAttribute("usage", surroundings.usage(issuer.details(), turn.locale()));
        if (possible) {
            model.addAttribute("confirmation", confirmations.prepare(turn.request(), turn.act(verb)));
        }
        return "trustlist/curation/distrust";
    }

    private TrustedIssuer find(String id) {
        return register.issuers()
                .find(FormRequest.issuerId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
