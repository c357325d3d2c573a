// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.registration.DossierHints;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationQuery;
import org.stadttor.idp.registration.RegistrationState;
import org.stadttor.idp.registration.RegistrationSummary;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.VersionState;
import org.stadttor.staff.StaffMember;

/** What registrars see: what waits for a decision, every registration of their part, and each with its changes. */
@Controller
public final class RegistrarController {

    private static final int PAGE = 25;

    private final ReadRegistrations read;
    private final ServiceViews views;
    private final DossierHints hints;
    private final DomainStates domains;
    private final MessageSource messages;

    public RegistrarController(
            ReadRegistrations read,
            ServiceViews views,
            DossierHints hints,
            DomainStates domains,
            MessageSource messages) {
        this.read = read;
        this.views = views;
        this.hints = hints;
        this.domains = domains;
        this.messages = messages;
    }

    @GetMapping("/admin/registrations")
    String list(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(defaultValue = "") String after,
            Locale locale,
            Model model) {
        Page<RegistrationSummary> page =
                read.search(AgencyAct.READ_AS_REGISTRAR.scope(member), query(q.strip(), show, after));
        model.addAttribute("page", page);
        model.addAttribute("q", q);
        model.addAttribute("show", show);
        model.addAttribute("after", after);
        model.addAttribute("locale", locale);
        return "registrar/registrations";
    }

    private static RegistrationQuery query(String text, String show, String after) {
        @Nullable Stage stage = Stage.of(show).orElse(null);
        Set<RegistrationState> states = RegistrationState.of(show).map(Set::of).orElse(Set.of());
        return new RegistrationQuery(text, stage, states, show.equals("waiting"), after, PAGE);
    }

    @GetMapping("/admin/registrations/{clientId}")
    String page(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, AgencyAct.READ_AS_REGISTRAR, clientId, locale);
        RegistrationVersion shown = view.shown();
        model.addAttribute("view", view);
        model.addAttribute("names", new FieldNames(messages, locale));
        model.addAttribute("domains", domains.of(view.service().unit(), view.dossier()));
        model.addAttribute(
                "words", FormMessages.of(messages, locale, view.dossier(), view.errors(), hints.of(view.dossier())));
        model.addAttribute("undecided", shown.state() == VersionState.SUBMITTED);
        model.addAttribute("own", shown.isBy(member.id().value()));
        return "registrar/registration";
    }
}
