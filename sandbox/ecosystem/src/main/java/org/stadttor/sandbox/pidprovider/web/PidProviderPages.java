// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.pidprovider.PidProvider;
import org.stadttor.sandbox.pidprovider.PidProviders;
import org.stadttor.sandbox.statuslist.StatusValue;
import org.stadttor.ui.Layout;
import org.stadttor.ui.Site;

/** The page of the PID providers: who they know, and a switch for each person's status. */
@Controller
public class PidProviderPages {

    private static final Site SITE = Site.of("Sandbox-PID-Provider", Site.Banner.SANDBOX, "messages/sandbox");

    private final PidProviders providers;

    PidProviderPages(PidProviders providers) {
        this.providers = providers;
    }

    /** One person on the page. */
    public record Row(String id, String name, String birthdate, String status) {}

    /** One provider on the page. */
    public record Section(String id, String name, String vct, List<Row> people) {}

    @ModelAttribute
    void site(HttpServletRequest request) {
        Layout.useSite(request, SITE);
    }

    @GetMapping("/pid-provider")
    String overview(Model model) {
        model.addAttribute(
                "sections",
                providers.all().stream().map(PidProviderPages::section).toList());
        return "sandbox/pid-provider/overview";
    }

    @PostMapping("/pid-provider/people/{id}/status")
    String change(@PathVariable String id, @RequestParam String status) {
        Person person = People.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        StatusValue value = switch (status) {
            case "valid" -> StatusValue.VALID;
            case "invalid" -> StatusValue.INVALID;
            case "suspended" -> StatusValue.SUSPENDED;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        providers.of(person).changeStatus(person, value);
        return "redirect:/pid-provider";
    }

    private static Section section(PidProvider provider) {
        return new Section(
                provider.profile().id(),
                provider.profile().name(),
                provider.profile().type().vct(),
                provider.people().stream().map(person -> row(provider, person)).toList());
    }

    private static Row row(PidProvider provider, Person person) {
        return new Row(
                person.id(),
                person.displayName(),
                person.claim("birthdate"),
                provider.status(person).name().toLowerCase(Locale.ROOT));
    }
}
