// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.Proposals;

/** What waits for somebody: proposals and suspensions. */
@Controller
public final class WaitingController {

    private static final int ON_A_PAGE = 20;
    private static final int DECIDED = 10;

    /**
     * A proposal in the list.
     *
     * @param state how it stands, as on its page
     * @param decidedAt null while it waits
     */
    public record Row(
            Proposal proposal,
            IssuerDetails details,
            String proposer,
            boolean mine,
            String state,
            @Nullable Instant decidedAt) {}

    /** A part of what was found; pages count from 1. */
    public record Found<T>(List<T> rows, String text, int page, int pages, int total) {
        static <T> Found<T> of(List<T> all, String text, int wanted, Function<T, IssuerDetails> details) {
            String sought = text.strip().toLowerCase(Locale.ROOT);
            List<T> hits =
                    all.stream().filter(row -> fits(details.apply(row), sought)).toList();
            int pages = Math.max(1, (hits.size() + ON_A_PAGE - 1) / ON_A_PAGE);
            int page = Math.min(Math.max(1, wanted), pages);
            return new Found<>(
                    hits.stream().skip((page - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList(),
                    text.strip(),
                    page,
                    pages,
                    hits.size());
        }

        private static boolean fits(IssuerDetails details, String sought) {
            return details.name().toLowerCase(Locale.ROOT).contains(sought)
                    || details.registrationId().toLowerCase(Locale.ROOT).contains(sought);
        }
    }

    private final Proposals proposals;
    private final SuspensionPages suspensions;
    private final Surroundings surroundings;

    public WaitingController(Proposals proposals, SuspensionPages suspensions, Surroundings surroundings) {
        this.proposals = proposals;
        this.suspensions = suspensions;
        this.surroundings = surroundings;
    }

    @GetMapping("/admin/decisions")
    String decisions(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int from,
            @AuthenticationPrincipal StaffMember member,
            Model model,
            Locale locale) {
        List<Row> waiting = proposals.pending().stream()
                .filter(p -> surroundings.clock().instant().isBefore(p.lapsesAt()))
                .map(p -> row(p, member, locale))
                .toList();
        model.addAttribute("found", Found.of(waiting, text, page, Row::details));
        model.addAttribute("any", !waiting.isEmpty());
        int offset = Math.max(0, from);
        // One more than is shown tells whether there are older ones.
        List<Proposal> decided = proposals.decided(offset, DECIDED + 1);
        model.addAttribute(
                "decided",
                decided.stream().limit(DECIDED).map(p -> row(p, member, locale)).toList());
        model.addAttribute("newer", offset == 0 ? null : Math.max(0, offset - DECIDED));
        model.addAttribute("older", decided.size() > DECIDED ? offset + DECIDED : null);
        return "trustlist/curation/decisions";
    }

    @GetMapping("/admin/suspensions")
    String suspensions(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        List<SuspensionPages.Row> all = suspensions.rows(locale);
        model.addAttribute(
                "found", Found.of(all, text, page, row -> row.entity().details()));
        model.addAttribute("any", !all.isEmpty());
        return "trustlist/curation/suspensions";
    }

    private Row row(Proposal proposal, StaffMember member, Locale locale) {
        return new Row(
                proposal,
                proposal.details(),
                surroundings.people().name(proposal.proposed().by(), locale),
                proposal.proposed().by().value().equals(member.id().value()),
                DecisionPages.state(proposal),
                DecisionPages.decidedAt(proposal));
    }
}
