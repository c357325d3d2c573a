// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.domainproof.ChallengeDomain;
import org.stadttor.idp.domainproof.ProveDomain;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.staff.StaffMember;

/** Showing that an agency controls the hosts it sends citizens to: what to put where, and a look whether it is there. */
@Controller
public final class DomainsController {

    private final ServiceViews views;
    private final DomainStates domains;
    private final ChallengeDomain challenge;
    private final ProveDomain prove;
    private final MessageSource messages;

    public DomainsController(
            ServiceViews views,
            DomainStates domains,
            ChallengeDomain challenge,
            ProveDomain prove,
            MessageSource messages) {
        this.views = views;
        this.domains = domains;
        this.challenge = challenge;
        this.prove = prove;
        this.messages = messages;
    }

    @GetMapping("/agency/services/{clientId}/domains")
    String page(
            @AuthenticationPrincipal StaffMember member, @PathVariable String clientId, Locale locale, Model model) {
        return show(views.find(member, AgencyAct.READ, clientId, locale), null, null, locale, model);
    }

    /** Makes the text, or looks for it. */
    @PostMapping("/agency/services/{clientId}/domains")
    String act(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @RequestParam String host,
            @RequestParam(required = false) @Nullable String check,
            Locale locale,
            Model model) {
        ServiceView view = views.find(member, AgencyAct.PROVE_DOMAIN, clientId, locale);
        // Only hosts of this service: nobody can make the server ask others.
        if (!DomainStates.hosts(view.dossier()).contains(host)) {
            throw new RegistrationRefusedException(RegistrationRefusedException.Reason.NOT_FOUND);
        }
        ActingPerson person = AgencyAct.PROVE_DOMAIN.by(member);
        challenge.challenge(person, view.service().unit(), host);
        if (check == null) {
            return "redirect:/agency/services/" + view.service().clientId() + "/domains";
        }
        DomainState.@Nullable Looked looked =
                switch (prove.prove(person, view.service().unit(), host)) {
                    case ProveDomain.Outcome.Proved proved -> null;
                    case ProveDomain.Outcome.NotProved not -> new DomainState.Looked(not.file(), not.dns());
                };
        return show(view, host, looked, locale, model);
    }

    private String show(
            ServiceView view, @Nullable String host, DomainState.@Nullable Looked looked, Locale locale, Model model) {
        List<DomainState> states = domains.of(view.service().unit(), view.dossier()).stream()
                .map(state -> looked != null && state.host().equals(host) ? state.with(looked) : state)
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("names", new FieldNames(messages, locale));
        model.addAttribute("domains", states);
        return "agency/domains";
    }
}
