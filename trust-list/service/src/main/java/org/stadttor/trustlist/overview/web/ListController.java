// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.trustlist.comparison.ListDiff;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.overview.PublishedList;
import org.stadttor.trustlist.publication.IssueTemplate;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.Publications;

/** One list: every issue of it, and what changed between two. */
@Controller
public final class ListController {

    private static final int SIZE = 20;

    private final Publications publications;
    private final IssueTemplate template;
    private final MessageSource messages;

    public ListController(Publications publications, IssueTemplate template, MessageSource messages) {
        this.publications = publications;
        this.template = template;
        this.messages = messages;
    }

    /**
     * The page.
     *
     * @param before issues with lower numbers than this
     */
    @GetMapping("/admin/lists/{name}")
    String list(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model) {
        ListPurpose purpose =
                ListPurpose.ofList(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Publication> issues =
                publications.before(purpose, Pages.sequence(before).orElse(Long.MAX_VALUE), SIZE + 1);
        model.addAttribute("purpose", purpose);
        model.addAttribute("address", template.scheme().location(purpose));
        model.addAttribute("issues", issues.stream().limit(SIZE).toList());
        model.addAttribute("older", issues.size() > SIZE ? issues.get(SIZE - 1).sequence() : null);
        Optional<Publication> earlier = find(purpose, from);
        Optional<Publication> later = find(purpose, to);
        String unknown = messages.getMessage("overview.compare.unknown", null, locale);
        model.addAttribute("from", offered(from, issues, 1));
        model.addAttribute("to", offered(to, issues, 0));
        model.addAttribute("fromError", from.isBlank() || earlier.isPresent() ? null : unknown);
        model.addAttribute("toError", to.isBlank() || later.isPresent() ? null : unknown);
        model.addAttribute(
                "diff",
                earlier.isPresent() && later.isPresent()
                        ? ListDiff.of(PublishedList.of(earlier.get()), PublishedList.of(later.get()))
                        : null);
        return "trustlist/overview/list";
    }

    private Optional<Publication> find(ListPurpose purpose, String sequence) {
        OptionalLong number = Pages.sequence(sequence);
        return number.isPresent() ? publications.find(purpose, number.getAsLong()) : Optional.empty();
    }

    /** What was typed, otherwise one of the latest two. */
    private static String offered(String typed, List<Publication> issues, int index) {
        return !typed.isBlank() || issues.size() <= index
                ? typed
                : Long.toString(issues.get(index).sequence());
    }
}
