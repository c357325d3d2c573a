// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.idp.trial.FinishTrial;
import org.stadttor.idp.trial.StartTrial;
import org.stadttor.idp.trial.Trial;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffMember;
import org.stadttor.ui.PagePolicy;

/** An agency sees its own login as a citizen does, and what its software would receive. In a sandbox only. */
@Controller
@ConditionalOnBooleanProperty("stadttor.sandbox-mode")
public final class TrialController {

    /** Where a trial comes back to. */
    public static final String CALLBACK = "/agency/trial/callback";

    private static final String ATTRIBUTE = "idp.trial";

    private final StartTrial start;
    private final FinishTrial finish;
    private final OwnServices services;
    private final StaffAddress address;
    private final URI issuer;

    public TrialController(
            StartTrial start, FinishTrial finish, OwnServices services, StaffAddress address, Issuer issuer) {
        this.start = start;
        this.finish = finish;
        this.services = services;
        this.address = address;
        this.issuer = issuer.value();
    }

    @GetMapping("/agency/services/{clientId}/try")
    String page(
            @PathVariable String clientId,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        RelyingParty service = services.live(member, clientId);
        // The form's answer leads to the login pages.
        PagePolicy.allowFormTarget(request, issuer);
        model.addAttribute("service", service);
        return "trial/try";
    }

    @PostMapping("/agency/services/{clientId}/try")
    String begin(
            @PathVariable String clientId, @AuthenticationPrincipal StaffMember member, HttpServletRequest request) {
        RelyingParty service = services.live(member, clientId);
        StartTrial.Started started =
                start.start(service.clientId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        request.getSession(true).setAttribute(ATTRIBUTE, started.trial().text());
        return "redirect:" + started.browser();
    }

    @GetMapping(CALLBACK)
    String callback(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String iss,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String error,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        Trial trial = remembered(request);
        RelyingParty service = services.live(member, trial.clientId().value());
        model.addAttribute("service", service);
        model.addAttribute(
                "outcome",
                finish.finish(
                        trial,
                        new FinishTrial.Answer(state, iss, code, error),
                        address.page(CALLBACK).toString()));
        return "trial/result";
    }

    /** Once: a page loaded again begins anew. */
    private static Trial remembered(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        session.removeAttribute(ATTRIBUTE);
        return Trial.of(text);
    }
}
