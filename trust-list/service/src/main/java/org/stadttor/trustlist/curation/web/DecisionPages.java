// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.comparison.EntityDiff;
import org.stadttor.trustlist.curation.Examination;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.Proposal.Decision;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;

/** Fills the page of one proposal, for whoever looks at it. */
public final class DecisionPages {

    private static final int SHORT_HASH = 16;

    /** What became of a proposal; {@code sequence} is 0 where nothing was published. */
    public record Outcome(String code, String by, Change change, long sequence) {}

    private final IssuerRegister register;
    private final Confirmations confirmations;
    private final Surroundings surroundings;

    public DecisionPages(IssuerRegister register, Confirmations confirmations, Surroundings surroundings) {
        this.register = register;
        this.confirmations = confirmations;
        this.surroundings = surroundings;
    }

    /** The act that somebody confirms who approves exactly these bytes. */
    static String approval(Proposal proposal, String hash) {
        return "approve-entity:" + proposal.id() + ":" + hash;
    }

    String page(Proposal proposal, StaffMember member, HttpServletRequest request, Model model, Locale locale) {
        IssuerDetails details = proposal.details();
        Optional<TrustedIssuer> today = register.issuers().find(proposal.issuer());
        boolean mine = proposal.proposed().by().equals(new StaffId(member.id().value()));
        boolean lapsed = !surroundings.clock().instant().isBefore(proposal.lapsesAt());
        boolean waits = proposal.isPending() && !lapsed;
        model.addAttribute("proposal", proposal);
        model.addAttribute("details", details);
        model.addAttribute("today", today.orElse(null));
        model.addAttribute(
                "proposer", surroundings.people().name(proposal.proposed().by(), locale));
        model.addAttribute("state", lapsed && proposal.isPending() ? "proposal_lapsed" : state(proposal));
        model.addAttribute("outcome", outcome(proposal, locale).orElse(null));
        model.addAttribute("mine", mine);
        model.addAttribute("canDecide", waits && !mine && member.has("approver"));
        model.addAttribute("canWithdraw", waits && mine && member.has("curator"));
        model.addAttribute("canRepeat", !waits && repeats(proposal) && member.has("curator"));
        if (waits) {
            model.addAttribute("usage", surroundings.usage(today.map(TrustedIssuer::details), details, locale));
            model.addAttribute(
                    "lifted",
                    today.filter(TrustedIssuer.Suspended.class::isInstance)
                            .map(TrustedIssuer::last)
                            .orElse(null));
            model.addAttribute(
                    "differences",
                    EntityDiff.of(today.map(TrustedIssuer::details), details).differences());
        }
        model.addAttribute(
                "examination", Examination.of(details, surroundings.clock().instant()));
        model.addAttribute("hash", proposal.hash());
        model.addAttribute("shortHash", grouped(proposal.hash()));
        if (waits && !mine && member.has("approver")) {
            model.addAttribute("confirmation", confirmations.prepare(request, approval(proposal, proposal.hash())));
        }
        return "trustlist/curation/decision";
    }

    /** In groups of four, as people compare it by telephone. */
    static String grouped(String hash) {
        return hash.substring(0, SHORT_HASH).replaceAll("(.{4})(?=.)", "$1 ");
    }

    static String state(Proposal proposal) {
        return switch (proposal.decision()) {
            case Decision.Pending p -> "pending";
            case Decision.Approved a -> "approved";
            case Decision.Rejected r -> "rejected";
            case Decision.Withdrawn w -> "withdrawn";
            case Decision.Lapsed lapsed -> lapsed.cause().code();
        };
    }

    /** When it was decided or lapsed; null while it waits. */
    static @Nullable Instant decidedAt(Proposal proposal) {
        return switch (proposal.decision()) {
            case Decision.Pending p -> null;
            case Decision.Approved a -> a.change().at();
            case Decision.Rejected r -> r.change().at();
            case Decision.Withdrawn w -> w.change().at();
            case Decision.Lapsed lapsed -> lapsed.at();
        };
    }

    private static boolean repeats(Proposal proposal) {
        return proposal.kind() != Proposal.Kind.RESUMPTION && !(proposal.decision() instanceof Decision.Approved);
    }

    private Optional<Outcome> outcome(Proposal proposal, Locale locale) {
        return switch (proposal.decision()) {
            case Decision.Approved a -> Optional.of(outcome("approved", a.change(), locale, proposal));
            case Decision.Rejected r -> Optional.of(outcome("rejected", r.change(), locale, proposal));
            case Decision.Withdrawn w -> Optional.of(outcome("withdrawn", w.change(), locale, proposal));
            case Decision.Pending p -> Optional.empty();
            case Decision.Lapsed l -> Optional.empty();
        };
    }

    private Outcome outcome(String code, Change change, Locale locale, Proposal proposal) {
        long sequence = code.equals("approved")
                ? surroundings.sequence(proposal.details().purpose(), change)
                : 0;
        return new Outcome(code, surroundings.people().name(change.by(), locale), change, sequence);
    }
}
