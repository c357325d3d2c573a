// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;

/** What registrars decide: each on a page that says what will happen, confirmed for exactly what was seen. */
@Controller
public final class DecisionController {

    private final ServiceViews views;
    private final RegistrarActs acts;
    private final Confirmations confirmations;

    public DecisionController(ServiceViews views, RegistrarActs acts, Confirmations confirmations) {
        this.views = views;
        this.acts = acts;
        this.confirmations = confirmations;
    }

    @GetMapping("/admin/registrations/{clientId}/{act:approve|reject|suspend|resume|retire}")
    String ask(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String hash,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, AgencyAct.DECIDE, clientId, locale);
        return page(view, act, hash, "", null, request, model);
    }

    @PostMapping("/admin/registrations/{clientId}/{act:approve|reject|suspend|resume|retire}")
    String decide(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, AgencyAct.DECIDE, clientId, locale);
        confirmations.require(request, text(act, view, hash));
        try {
            act(member, view.service().clientId(), act, hash, reason);
        } catch (RegistrationRefusedException e) {
            if (e.reason() != Reason.REASON_MISSING) {
                throw e;
            }
            return page(view, act, hash, reason, e.reason().code(), request, model);
        }
        return "redirect:/admin/registrations/" + view.service().clientId();
    }

    private void act(StaffMember member, ClientId id, String act, String hash, String reason) {
        switch (act) {
            case "approve" -> acts.approve(member, id, hash);
            case "reject" -> acts.reject(member, id, hash, reason);
            case "suspend" -> acts.suspend(member, id, reason);
            case "resume" -> acts.resume(member, id);
            case "retire" -> acts.retire(member, id);
            default -> throw new IllegalStateException(act);
        }
    }

    private String page(
            ServiceView view,
            String act,
            String hash,
            String reason,
            @Nullable String refused,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("act", act);
        model.addAttribute("hash", hash.isEmpty() ? view.shown().hash() : hash);
        model.addAttribute("reason", reason);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "confirmation",
                confirmations.prepare(
                        request, text(act, view, hash.isEmpty() ? view.shown().hash() : hash)));
        return "registrar/decide";
    }

    /** What is confirmed: this act on this version as it was seen, or on the registration as it stood. */
    private static String text(String act, ServiceView view, String hash) {
        Optional<Integer> version = view.service()
                .open()
                .map(open -> open.number())
                .filter(n -> act.equals("approve") || act.equals("reject"));
        String of = act + "-registration:" + view.service().clientId() + ":";
        return version.map(number -> of + number + ":" + hash)
                .orElse(of + view.service().revision());
    }
}
