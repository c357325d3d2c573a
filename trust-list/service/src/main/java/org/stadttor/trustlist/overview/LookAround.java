// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stadttor.audit.ChainState;
import org.stadttor.trustlist.certificate.CertificateLint;
import org.stadttor.trustlist.issuer.Alert;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.publication.IssuePlan;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.Publications;

/** What is wrong, what will be, and who waits: for somebody who was woken at night. */
public final class LookAround {

    /** The service issues lists anew by itself; so long it may take until somebody must look. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final IssuerRegister register;
    private final Publications publications;
    private final CollectExpiries expiries;
    private final AuditWatch audit;
    private final Clock clock;
    private final Duration renewalMargin;

    /**
     * For lists that are issued by this plan.
     *
     * @param sources where entities and lists are
     */
    public LookAround(Sources sources, CollectExpiries expiries, AuditWatch audit, IssuePlan plan, Clock clock) {
        this.register = sources.register();
        this.publications = sources.publications();
        this.expiries = expiries;
        this.audit = audit;
        this.clock = clock;
        this.renewalMargin = plan.margin();
    }

    /** Where entities and lists are. */
    public record Sources(IssuerRegister register, Publications publications) {}

    /** How everything is now. */
    public Overview look() {
        Instant now = clock.instant();
        Map<IssuerId, TrustedIssuer> issuers =
                register.issuers().all().stream().collect(Collectors.toMap(TrustedIssuer::id, Function.identity()));
        Optional<AuditWatch.Checked> checked = audit.latest();
        List<Found> found = new ArrayList<>();
        expiries.collect().forEach(expiry -> task(expiry, issuers, now).ifPresent(found::add));
        register.alerts().open().forEach(alert -> found.add(task(alert, issuers)));
        List<ListState> lists = Arrays.stream(ListPurpose.values())
                .map(purpose -> list(purpose, issuers, found, now))
                .toList();
        lists.forEach(list -> task(list).ifPresent(found::add));
        List<Task> tasks = new ArrayList<>(found.stream().map(Found::task).toList());
        checked.flatMap(LookAround::task).ifPresent(tasks::add);
        tasks.sort(Comparator.comparing(Task::kind)
                .thenComparing(task -> task.at().orElse(Instant.MAX))
                .thenComparing(Task::name));
        return new Overview(tasks, lists, checked);
    }

    private record Found(ListPurpose purpose, Task task) {}

    private static Optional<Found> task(Expiry expiry, Map<IssuerId, TrustedIssuer> issuers, Instant now) {
        boolean over = !now.isBefore(expiry.at());
        boolean soon = expiry.at().isBefore(now.plus(CertificateLint.SOON));
        String entity = expiry.entity().map(id -> "/admin/entities/" + id).orElse("");
        return switch (expiry.kind()) {
            case CERTIFICATE ->
                soon && isListed(expiry, issuers)
                        ? found(over ? Task.Kind.CERTIFICATE_EXPIRED : Task.Kind.CERTIFICATE_EXPIRES, expiry, entity)
                        : Optional.empty();
            case SIGNING_CERTIFICATE ->
                soon ? found(Task.Kind.SIGNER_EXPIRES, expiry, "/admin/calendar") : Optional.empty();
            case PROPOSAL ->
                over ? Optional.empty() : found(Task.Kind.PROPOSAL_WAITS, expiry, "/admin/decisions/" + expiry.key());
            case SUSPENSION -> found(Task.Kind.SUSPENSION_WAITS, expiry, "/admin/suspensions/" + expiry.key());
            // Told by the state of the list.
            case LIST -> Optional.empty();
        };
    }

    private static boolean isListed(Expiry expiry, Map<IssuerId, TrustedIssuer> issuers) {
        return expiry.entity()
                .map(issuers::get)
                .filter(Approved.class::isInstance)
                .isPresent();
    }

    private static Optional<Found> found(Task.Kind kind, Expiry expiry, String href) {
        return Optional.of(new Found(
                expiry.purpose(), new Task(kind, expiry.name(), expiry.detail(), Optional.of(expiry.at()), href)));
    }

    private static Found task(Alert alert, Map<IssuerId, TrustedIssuer> issuers) {
        Task.Kind kind = switch (alert.kind()) {
            case SUSPENSION_NOT_CONFIRMED -> Task.Kind.SUSPENSION_NOT_CONFIRMED;
        };
        String name = Optional.ofNullable(issuers.get(alert.issuer()))
                .map(issuer -> issuer.details().name())
                .orElse(alert.issuer().toString());
        return new Found(
                alert.purpose(),
                new Task(kind, name, "", Optional.of(alert.raisedAt()), "/admin/alerts/" + alert.id()));
    }

    private ListState list(ListPurpose purpose, Map<IssuerId, TrustedIssuer> issuers, List<Found> found, Instant now) {
        Optional<Publication> latest = publications.latest(purpose);
        Instant due = latest.map(
                        issue -> issue.nextUpdate().minus(renewalMargin).plus(GRACE))
                .orElse(now);
        List<TrustedIssuer> trusted = issuers.values().stream()
                .filter(issuer -> issuer.purpose() == purpose && issuer instanceof Approved)
                .toList();
        return new ListState(
                purpose,
                latest,
                ListState.condition(latest, due, now),
                trusted.size(),
                trusted.stream()
                        .mapToLong(issuer -> Listed.findings(issuer.details(), now))
                        .sum(),
                found.stream()
                        .filter(f -> f.purpose() == purpose && f.task().kind() != Task.Kind.SIGNER_EXPIRES)
                        .count());
    }

    private static Optional<Found> task(ListState list) {
        String name = list.purpose().listName();
        Optional<Instant> until = list.latest().map(Publication::nextUpdate);
        Optional<Task.Kind> kind = switch (list.condition()) {
            case IN_FORCE -> Optional.empty();
            case RENEWAL_OVERDUE -> Optional.of(Task.Kind.LIST_RENEWAL_OVERDUE);
            case EXPIRED -> Optional.of(Task.Kind.LIST_EXPIRED);
            case MISSING -> Optional.of(Task.Kind.LIST_MISSING);
        };
        return kind.map(k -> new Found(list.purpose(), new Task(k, name, "", until, "/admin/lists/" + name)));
    }

    private static Optional<Task> task(AuditWatch.Checked checked) {
        return checked.state() instanceof ChainState.Broken broken
                ? Optional.of(new Task(
                        Task.Kind.AUDIT_BROKEN,
                        Long.toString(broken.sequence()),
                        broken.reason().code(),
                        Optional.of(checked.at()),
                        ""))
                : Optional.empty();
    }
}
