// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.registration.DossierDiff;
import org.stadttor.idp.registration.DossierHints;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.staff.StaffMember;

/** The page of one service, and its versions. */
@Controller
public final class ServiceController {

    private final ServiceViews views;
    private final ReadRegistrations read;
    private final DossierHints hints;
    private final DomainStates domains;
    private final MessageSource messages;

    public ServiceController(
            ServiceViews views,
            ReadRegistrations read,
            DossierHints hints,
            DomainStates domains,
            MessageSource messages) {
        this.views = views;
        this.read = read;
        this.hints = hints;
        this.domains = domains;
        this.messages = messages;
    }

    @GetMapping("/agency/services/{clientId}")
    String page(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @RequestParam(required = false) String incomplete,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, AgencyAct.READ, clientId, locale);
        model.addAttribute("view", view);
        model.addAttribute("incomplete", incomplete != null);
        model.addAttribute("names", new FieldNames(messages, locale));
        model.addAttribute("domains", domains.of(view.service().unit(), view.dossier()));
        model.addAttribute(
                "words", FormMessages.of(messages, locale, view.dossier(), view.errors(), hints.of(view.dossier())));
        model.addAttribute("parts", List.of(DossierPart.values()));
        return "agency/service";
    }

    /** All versions, and what changed between two of them. */
    @GetMapping("/agency/services/{clientId}/versions")
    String versions(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @RequestParam(defaultValue = "-1") int from,
            @RequestParam(defaultValue = "-1") int to,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, AgencyAct.READ, clientId, locale);
        int latest = view.service().latest().number();
        int second = to < 0 ? latest : to;
        int first = from < 0 ? Math.max(0, latest - 1) : from;
        DossierDiff diff =
                read.diff(AgencyAct.READ.scope(member), view.service().clientId(), first, second);
        model.addAttribute("view", view);
        model.addAttribute("from", first);
        model.addAttribute("to", second);
        model.addAttribute("diff", diff);
        model.addAttribute("names", new FieldNames(messages, locale));
        return "agency/versions";
    }
}
