// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.registration.ServiceRegistration.Resumption;
import org.stadttor.idp.relyingparty.ClientId;

/** The life cycle as functions from one value to the next. What is not here cannot happen. */
final class Transitions {

    static final int VERSIONS_A_DAY = 100;

    private Transitions() {}

    static ServiceRegistration begin(
            ClientId clientId,
            Stage stage,
            UnitPath unit,
            RegistrationVersion first,
            @Nullable ClientId promotedFrom,
            Instant now) {
        return new ServiceRegistration(
                clientId, stage, unit, RegistrationState.DRAFT, 1, List.of(first), null, "", promotedFrom, now);
    }

    /** A new version on top; the one that was open is superseded, a submission with it. */
    static ServiceRegistration draft(
            ServiceRegistration known, DossierDraft dossier, String author, Set<String> others, Instant now) {
        Instant dayBefore = now.minus(Duration.ofDays(1));
        if (known.versions().stream()
                        .filter(v -> v.createdAt().isAfter(dayBefore))
                        .count()
                >= VERSIONS_A_DAY) {
            throw new RegistrationRefusedException(Reason.TOO_MANY_VERSIONS);
        }
        Set<String> contributors = new HashSet<>(others);
        contributors.add(author);
        int live = known.live().map(RegistrationVersion::number).orElse(0);
        known.versions().stream()
                .filter(version -> version.number() > live)
                .forEach(version -> contributors.addAll(version.contributors()));
        List<RegistrationVersion> versions = new ArrayList<>(superseding(known));
        versions.add(RegistrationVersion.draft(known.latest().number() + 1, dossier, author, contributors, now));
        return next(known, known.live().isPresent() ? known.state() : RegistrationState.DRAFT, versions);
    }

    static ServiceRegistration submit(ServiceRegistration known, RegistrationVersion open, String person) {
        return open(known, open.submittedBy(person), RegistrationState.SUBMITTED);
    }

    static ServiceRegistration decide(
            ServiceRegistration known, RegistrationVersion open, RegistrationVersion.Decision decision) {
        return open(
                known,
                open.decided(decision),
                decision.approved() ? RegistrationState.APPROVED : RegistrationState.DRAFT);
    }

    /** The open version becomes the live one. */
    static ServiceRegistration goLive(ServiceRegistration known, RegistrationVersion approved) {
        if (known.state() == RegistrationState.SUSPENDED) {
            throw new RegistrationRefusedException(Reason.SUSPENDED);
        }
        if (approved.state() != VersionState.APPROVED) {
            throw new RegistrationRefusedException(Reason.NOT_IN_THIS_STATE);
        }
        List<RegistrationVersion> versions = known.versions().stream()
                .map(version -> version.number() == approved.number()
                        ? approved.in(VersionState.LIVE)
                        : version.state() == VersionState.LIVE ? version.in(VersionState.SUPERSEDED) : version)
                .toList();
        return next(known, RegistrationState.LIVE, versions);
    }

    static ServiceRegistration suspend(ServiceRegistration known, String reason) {
        return new ServiceRegistration(
                known.clientId(),
                known.stage(),
                known.unit(),
                RegistrationState.SUSPENDED,
                known.revision() + 1,
                known.versions(),
                null,
                reason,
                known.promotedFrom(),
                known.createdAt());
    }

    static ServiceRegistration requestResumption(ServiceRegistration known, Resumption resumption) {
        return new ServiceRegistration(
                known.clientId(),
                known.stage(),
                known.unit(),
                known.state(),
                known.revision() + 1,
                known.versions(),
                resumption,
                known.suspensionReason(),
                known.promotedFrom(),
                known.createdAt());
    }

    static ServiceRegistration resume(ServiceRegistration known) {
        return next(known, RegistrationState.LIVE, known.versions());
    }

    static ServiceRegistration retire(ServiceRegistration known) {
        return next(known, RegistrationState.RETIRED, superseding(known));
    }

    private static ServiceRegistration open(
            ServiceRegistration known, RegistrationVersion changed, RegistrationState ifNeverLive) {
        List<RegistrationVersion> versions = known.versions().stream()
                .map(version -> version.number() == changed.number() ? changed : version)
                .toList();
        return next(known, known.live().isPresent() ? known.state() : ifNeverLive, versions);
    }

    private static List<RegistrationVersion> superseding(ServiceRegistration known) {
        return known.versions().stream()
                .map(version -> version.state().isOpen() ? version.in(VersionState.SUPERSEDED) : version)
                .toList();
    }

    /** Suspended registrations keep the request to resume them and the reason; all others have neither. */
    private static ServiceRegistration next(
            ServiceRegistration known, RegistrationState state, List<RegistrationVersion> versions) {
        boolean suspended = state == RegistrationState.SUSPENDED;
        return new ServiceRegistration(
                known.clientId(),
                known.stage(),
                known.unit(),
                state,
                known.revision() + 1,
                versions,
                suspended ? known.resumption() : null,
                suspended ? known.suspensionReason() : "",
                known.promotedFrom(),
                known.createdAt());
    }
}
