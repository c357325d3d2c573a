// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.EntityVersion;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;

/** Fills the pages about suspended entities. */
public final class SuspensionPages {

    static final String CONFIRM = "confirm-suspension";

    /**
     * One suspended entity in the list.
     *
     * @param hoursLeft until it returns by itself; null if a second person confirmed it
     */
    public record Row(
            Suspended entity,
            String by,
            Change since,
            @Nullable Long hoursLeft) {}

    private final IssuerRegister register;
    private final EntityHistory history;
    private final Confirmations confirmations;
    private final Surroundings surroundings;

    public SuspensionPages(
            IssuerRegister register, EntityHistory history, Confirmations confirmations, Surroundings surroundings) {
        this.register = register;
        this.history = history;
        this.confirmations = confirmations;
        this.surroundings = surroundings;
    }

    /** All that are off their lists, what returns first on top. */
    List<Row> rows(Locale locale) {
        Moments moments = moments(locale);
        return register.issuers().all().stream()
                .filter(Suspended.class::isInstance)
                .map(Suspended.class::cast)
                .sorted(Comparator.comparing((Suspended s) -> s.returnsAt().orElse(java.time.Instant.MAX)))
                .map(s -> new Row(
                        s,
                        surroundings.people().name(s.suspendedBy(), locale),
                        since(s),
                        s.returnsAt().map(moments::hoursUntil).orElse(null)))
                .toList();
    }

    String one(EntityTurn turn) {
        Model model = turn.model();
        TrustedIssuer issuer = turn.issuer();
        model.addAttribute("issuer", issuer);
        model.addAttribute("details", issuer.details());
        if (issuer instanceof Suspended suspended) {
            suspended(suspended, turn);
        } else {
            model.addAttribute("state", issuer instanceof TrustedIssuer.Approved ? "approved" : "withdrawn");
        }
        return "trustlist/curation/suspension";
    }

    private void suspended(Suspended suspended, EntityTurn turn) {
        Model model = turn.model();
        Locale locale = turn.locale();
        StaffMember member = turn.member();
        Change since = since(suspended);
        boolean mine = suspended.suspendedBy().equals(turn.who());
        boolean open = suspended.returnsAt().isPresent();
        Optional<Proposal> back = register.proposals().of(suspended.id()).stream()
                .filter(Proposal::isPending)
                .findFirst();
        model.addAttribute("state", open ? "unconfirmed" : "confirmed");
        model.addAttribute("since", since);
        model.addAttribute("suspendedBy", surroundings.people().name(suspended.suspendedBy(), locale));
        model.addAttribute(
                "confirmedBy",
                suspended.confirmedBy().map(surroundings.names(locale)).orElse(""));
        model.addAttribute("sequence", surroundings.sequence(suspended.purpose(), since));
        model.addAttribute("returnsAt", suspended.returnsAt().orElse(null));
        model.addAttribute(
                "hoursLeft",
                suspended.returnsAt().map(moments(locale)::hoursUntil).orElse(0L));
        model.addAttribute("mine", mine);
        model.addAttribute("pending", back.orElse(null));
        boolean canConfirm = open && !mine && (member.has("emergency") || member.has("approver"));
        model.addAttribute("canConfirm", canConfirm);
        model.addAttribute("canResume", back.isEmpty() && member.has("curator"));
        if (canConfirm) {
            model.addAttribute("confirmation", confirmations.prepare(turn.request(), turn.act(CONFIRM)));
        }
    }

    /** The change with which it left the list; later ones keep it off. */
    private Change since(Suspended suspended) {
        return history.versions(suspended.id()).stream()
                .filter(version -> version.event() == EntityVersion.Event.SUSPENDED)
                .max(Comparator.comparingLong(EntityVersion::number))
                .map(EntityVersion::change)
                .orElse(suspended.last());
    }

    private Moments moments(Locale locale) {
        return new Moments(surroundings.clock().instant(), locale);
    }
}
