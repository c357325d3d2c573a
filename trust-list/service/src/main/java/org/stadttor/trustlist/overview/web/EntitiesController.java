// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.stadttor.trustlist.issuer.EntityVersion.State;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.overview.EntityPage;
import org.stadttor.trustlist.overview.EntityQuery;
import org.stadttor.trustlist.overview.SearchEntities;

/** Searching for entities and their certificates. */
@Controller
public final class EntitiesController {

    private final SearchEntities search;
    private final MessageSource messages;

    public EntitiesController(SearchEntities search, MessageSource messages) {
        this.search = search;
        this.messages = messages;
    }

    /** A choice that does not exist is none: a link of yesterday still leads somewhere. */
    @GetMapping("/admin/entities")
    String entities(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page,
            Locale locale,
            Model model) {
        Optional<State> chosen = Arrays.stream(State.values())
                .filter(s -> s.code().equals(state))
                .findFirst();
        EntityQuery query = new EntityQuery(text, ListPurpose.of(purpose), chosen, Pages.number(page));
        EntityPage found = search.search(query);
        Choices choices = new Choices(messages, locale);
        model.addAttribute("page", found);
        model.addAttribute("query", query);
        model.addAttribute("purpose", query.purpose().map(ListPurpose::code).orElse(""));
        model.addAttribute("state", chosen.map(State::code).orElse(""));
        model.addAttribute("purposes", choices.purposesOrAny());
        model.addAttribute("states", choices.statesOrAny());
        model.addAttribute(
                "filtered",
                !query.text().isBlank()
                        || query.purpose().isPresent()
                        || query.state().isPresent());
        model.addAttribute("base", base(query));
        return "trustlist/overview/entities";
    }

    private static String base(EntityQuery query) {
        UriComponentsBuilder base = UriComponentsBuilder.fromPath("/admin/entities")
                .queryParam("text", "{text}")
                .queryParam("purpose", query.purpose().map(ListPurpose::code).orElse(""))
                .queryParam("state", query.state().map(State::code).orElse(""));
        return base.encode().buildAndExpand(query.text()).toUriString() + "&";
    }
}
