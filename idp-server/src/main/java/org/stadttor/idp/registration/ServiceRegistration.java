// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * A registration with all its versions.
 *
 * @param state of the whole
 * @param revision grows with each change; what a person has seen when they change something
 * @param versions oldest first
 * @param resumption who asked to bring a suspended registration back, if somebody has
 * @param suspensionReason empty if it is not suspended
 * @param promotedFrom the sandbox registration it was copied from, if any
 */
public record ServiceRegistration(
        ClientId clientId,
        Stage stage,
        UnitPath unit,
        RegistrationState state,
        long revision,
        List<RegistrationVersion> versions,
        @Nullable Resumption resumption,
        String suspensionReason,
        @Nullable ClientId promotedFrom,
        Instant createdAt) {

    /** Half of a resumption: the other half is a second person. */
    public record Resumption(String requestedBy, Instant requestedAt) {}

    public ServiceRegistration {
        versions = List.copyOf(versions);
    }

    /** The version that logins read, or read until the suspension or retirement. */
    public Optional<RegistrationVersion> live() {
        return versions.stream().filter(v -> v.state() == VersionState.LIVE).findFirst();
    }

    /** The version that may become the next live one. */
    public Optional<RegistrationVersion> open() {
        return versions.stream().filter(v -> v.state().isOpen()).findFirst();
    }

    /** The newest version, in whatever state. */
    public RegistrationVersion latest() {
        return versions.getLast();
    }

    public Optional<RegistrationVersion> version(int number) {
        return versions.stream().filter(v -> v.number() == number).findFirst();
    }

    /** What an open version changes of the live one; everything, if none is live. */
    public DossierDiff diffToLive(RegistrationVersion version) {
        return DossierDiff.between(
                live().map(RegistrationVersion::dossier).orElse(DossierDraft.empty()), version.dossier());
    }
}
