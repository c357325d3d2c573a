// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register.web;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.register.ShowRegisterData;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import tools.jackson.databind.json.JsonMapper;

/** A registration in the form of the European register (TS5), on a page of staff. */
@Controller
public final class RegisterDataController {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> AGENCY = Set.of("owner", "technician", "data-protection-officer", "agency-reader");
    private static final Set<String> REGISTRARS = Set.of("registrar", "auditor");
    private static final String[] ROLES =
            Stream.of(AGENCY, REGISTRARS).flatMap(Set::stream).toArray(String[]::new);
    private static final String PAGE = "/agency/services/{clientId}/register-data";

    private final ShowRegisterData show;

    public RegisterDataController(ShowRegisterData show) {
        this.show = show;
    }

    /** Who may call what is here. */
    public static StaffRoutes routes() {
        return StaffRoutes.of(StaffRoute.get(PAGE, ROLES));
    }

    @GetMapping(PAGE)
    String page(@AuthenticationPrincipal StaffMember member, @PathVariable String clientId, Model model) {
        try {
            ClientId id = new ClientId(clientId);
            model.addAttribute(
                    "data",
                    show.show(Scope.of(member.parts(Set.of(ROLES))), id)
                            .map(data -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(data))
                            .orElse(null));
            boolean agency = AGENCY.stream().anyMatch(member::has);
            model.addAttribute("back", (agency ? "/agency/services/" : "/admin/registrations/") + id);
            return "register/data";
        } catch (RegistrationRefusedException | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
