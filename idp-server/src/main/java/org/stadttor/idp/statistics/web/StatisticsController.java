// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.statistics.ReadStatistics;
import org.stadttor.idp.statistics.ReportPeriod;
import org.stadttor.idp.statistics.ServiceStatistics;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;

/** The statistics of a service, for the people of its unit and above, and for registrars. */
@Controller
public final class StatisticsController {

    private static final String REGISTRAR = "registrar";
    private static final String[] ROLES = {"owner", "technician", "data-protection-officer", "agency-reader", REGISTRAR
    };
    private static final String PAGE = "/agency/services/{clientId}/statistics";
    private static final String CSV = "/agency/services/{clientId}/statistics.csv";
    private static final String API = "/api/v1/services/{clientId}/statistics";

    private final ReadStatistics readStatistics;

    public StatisticsController(ReadStatistics readStatistics) {
        this.readStatistics = readStatistics;
    }

    /** Who may call what is here. */
    public static StaffRoutes routes() {
        return StaffRoutes.of(StaffRoute.get(PAGE, ROLES), StaffRoute.get(CSV, ROLES), StaffRoute.get(API, ROLES));
    }

    @GetMapping(PAGE)
    String page(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @RequestParam(defaultValue = "4") String weeks,
            Locale locale,
            Model model) {
        model.addAttribute("view", StatisticsView.of(read(member, clientId, weeks), locale.getLanguage()));
        model.addAttribute("back", (isOfAgency(member) ? "/agency/services/" : "/admin/registrations/") + clientId);
        return "idp/statistics";
    }

    @GetMapping(CSV)
    ResponseEntity<byte[]> csv(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @RequestParam(defaultValue = "4") String weeks) {
        ServiceStatistics statistics = read(member, clientId, weeks);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistics.csv\"")
                .body(StatisticsFormats.csv(statistics).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(API)
    ResponseEntity<byte[]> json(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String clientId,
            @RequestParam(defaultValue = "4") String weeks) {
        ServiceStatistics statistics = read(member, clientId, weeks);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(StatisticsFormats.json(statistics).getBytes(StandardCharsets.UTF_8));
    }

    private ServiceStatistics read(StaffMember member, String clientId, String weeks) {
        try {
            return readStatistics.read(Scope.of(member.parts(Set.of(ROLES))), new ClientId(clientId), period(weeks));
        } catch (RegistrationRefusedException | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static boolean isOfAgency(StaffMember member) {
        return Stream.of(ROLES).anyMatch(role -> !role.equals(REGISTRAR) && member.has(role));
    }

    /** Whatever else stands there is the usual one. */
    private static ReportPeriod period(String weeks) {
        try {
            return ReportPeriod.of(Integer.parseInt(weeks)).orElse(ReportPeriod.FOUR_WEEKS);
        } catch (NumberFormatException e) {
            return ReportPeriod.FOUR_WEEKS;
        }
    }
}
