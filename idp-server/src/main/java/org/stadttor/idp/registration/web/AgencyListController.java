// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationQuery;
import org.stadttor.idp.registration.RegistrationSummary;
import org.stadttor.staff.StaffMember;

/** The services of an agency: those of the units a person has a role in. */
@Controller
public final class AgencyListController {

    private static final int PAGE = 25;

    private final ReadRegistrations read;
    private final ServiceViews views;

    public AgencyListController(ReadRegistrations read, ServiceViews views) {
        this.read = read;
        this.views = views;
    }

    @GetMapping("/agency")
    String list(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Locale locale,
            Model model) {
        Scope scope = AgencyAct.READ.scope(member);
        Page<RegistrationSummary> page =
                read.search(scope, new RegistrationQuery(q.strip(), null, Set.of(), false, after, PAGE));
        List<ServiceView> services = page.items().stream()
                .map(line -> views.view(read.find(scope, line.clientId()), member, locale))
                .toList();
        model.addAttribute("services", services);
        model.addAttribute("next", page.next());
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("mayCreate", member.has("owner"));
        return "agency/services";
    }
}
