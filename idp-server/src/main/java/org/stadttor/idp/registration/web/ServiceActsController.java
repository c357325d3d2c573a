// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;

/** What an agency does with a service as a whole; what stops logins is confirmed on a page of its own. */
@Controller
public final class ServiceActsController {

    private static final String PAGE = "redirect:/agency/services/";

    private final ServiceViews views;
    private final AgencyActs acts;
    private final Confirmations confirmations;

    public ServiceActsController(ServiceViews views, AgencyActs acts, Confirmations confirmations) {
        this.views = views;
        this.acts = acts;
        this.confirmations = confirmations;
    }

    @PostMapping("/agency/services/{clientId}/submit")
    String submit(
            @AuthenticationPrincipal StaffMember member, @PathVariable String clientId, @RequestParam long revision) {
        ClientId id = ServiceViews.clientId(clientId);
        acts.submit(member, id, revision);
        return PAGE + id;
    }

    @PostMapping("/agency/services/{clientId}/roll-back")
    String rollBack(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @RequestParam long revision,
            @RequestParam int version) {
        ClientId id = ServiceViews.clientId(clientId);
        acts.rollBack(member, id, revision, version);
        return PAGE + id;
    }

    @PostMapping("/agency/services/{clientId}/promote")
    String promote(@AuthenticationPrincipal StaffMember member, @PathVariable String clientId) {
        return PAGE + acts.promote(member, ServiceViews.clientId(clientId)).clientId();
    }

    @PostMapping("/agency/services/{clientId}/go-live")
    String goLive(
            @AuthenticationPrincipal StaffMember member, @PathVariable String clientId, @RequestParam String hash) {
        ClientId id = ServiceViews.clientId(clientId);
        acts.goLive(member, id, hash);
        return PAGE + id;
    }

    @GetMapping("/agency/services/{clientId}/{act:suspend|retire}")
    String ask(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @PathVariable String act,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, act(act), clientId, locale);
        return confirm(view, act, "", null, request, model);
    }

    @PostMapping("/agency/services/{clientId}/{act:suspend|retire}")
    String stop(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, act(act), clientId, locale);
        confirmations.require(request, text(act, view));
        try {
            if (act.equals("suspend")) {
                acts.suspend(member, view.service().clientId(), reason);
            } else {
                acts.retire(member, view.service().clientId());
            }
        } catch (RegistrationRefusedException e) {
            if (e.reason() != RegistrationRefusedException.Reason.REASON_MISSING) {
                throw e;
            }
            return confirm(view, act, reason, e.reason().code(), request, model);
        }
        return PAGE + view.service().clientId();
    }

    private String confirm(
            ServiceView view,
            String act,
            String reason,
            @Nullable String refused,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("act", act);
        model.addAttribute("reason", reason);
        model.addAttribute("refused", refused);
        model.addAttribute("confirmation", confirmations.prepare(request, text(act, view)));
        return "agency/stop";
    }

    private static AgencyAct act(String act) {
        return act.equals("suspend") ? AgencyAct.SUSPEND : AgencyAct.RETIRE;
    }

    /** What is confirmed. */
    private static String text(String act, ServiceView view) {
        return act + "-registration:" + view.service().clientId() + ":"
                + view.service().revision();
    }
}
