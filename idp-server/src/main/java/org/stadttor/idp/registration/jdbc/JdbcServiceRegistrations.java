// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.LiveVersions;
import org.stadttor.idp.registration.RegistrationQuery;
import org.stadttor.idp.registration.RegistrationSummary;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.ServiceDossier;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.ServiceRegistrations;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.Registrations;

/** The tables {@code idp.registration} and {@code idp.registration_version}, and through them what logins read. */
public final class JdbcServiceRegistrations implements ServiceRegistrations {

    private final JdbcClient jdbc;
    private final Registrations readByLogins;
    private final DossierRules rules;
    private final List<LiveVersions> followers;
    private final Clock clock;

    /**
     * Over a database.
     *
     * @param followers who keeps something that follows from live versions
     */
    public JdbcServiceRegistrations(
            JdbcClient jdbc,
            Registrations readByLogins,
            DossierRules rules,
            List<LiveVersions> followers,
            Clock clock) {
        this.jdbc = jdbc;
        this.readByLogins = readByLogins;
        this.rules = rules;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    @Override
    public Optional<ServiceRegistration> find(ClientId clientId) {
        return find(clientId, "");
    }

    @Override
    public Optional<ServiceRegistration> findForChange(ClientId clientId) {
        return find(clientId, " FOR UPDATE");
    }

    private Optional<ServiceRegistration> find(ClientId clientId, String locking) {
        return jdbc.sql("SELECT * FROM idp.registration WHERE client_id = ?" + locking)
                .param(clientId.value())
                .query((row, number) -> RegistrationRows.registration(row, versions(clientId)))
                .optional();
    }

    private List<RegistrationVersion> versions(ClientId clientId) {
        return jdbc.sql("SELECT * FROM idp.registration_version WHERE client_id = ? ORDER BY number")
                .param(clientId.value())
                .query(RegistrationRows::version)
                .list();
    }

    @Override
    public boolean add(ServiceRegistration registration) {
        if (readByLogins.isKnown(registration.clientId())) {
            return false;
        }
        Timestamp now = Timestamp.from(clock.instant());
        int added = jdbc.sql("INSERT INTO idp.registration VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, '', ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (client_id) DO NOTHING")
                .params(Arrays.asList(
                        registration.clientId().value(),
                        registration.stage().code(),
                        registration.unit().value(),
                        registration.state().code(),
                        openState(registration),
                        registration.revision(),
                        text(registration.promotedFrom()),
                        Timestamp.from(registration.createdAt()),
                        now,
                        RegistrationRows.names(registration),
                        RegistrationRows.sortName(registration),
                        RegistrationRows.search(registration)))
                .update();
        if (added == 0) {
            return false;
        }
        registration.versions().forEach(version -> insert(registration.clientId(), version));
        return true;
    }

    @Override
    public boolean change(ServiceRegistration registration, long revision) {
        ServiceRegistration.Resumption resumption = registration.resumption();
        int changed = jdbc.sql("UPDATE idp.registration SET state = ?, open_state = ?, revision = ?,"
                        + " resume_requested_by = ?, resume_requested_at = ?, suspension_reason = ?, changed_at = ?,"
                        + " names = ?, sort_name = ?, search = ? WHERE client_id = ? AND revision = ?")
                .params(Arrays.asList(
                        registration.state().code(),
                        openState(registration),
                        registration.revision(),
                        resumption == null ? null : resumption.requestedBy(),
                        resumption == null ? null : Timestamp.from(resumption.requestedAt()),
                        registration.suspensionReason(),
                        Timestamp.from(clock.instant()),
                        RegistrationRows.names(registration),
                        RegistrationRows.sortName(registration),
                        RegistrationRows.search(registration),
                        registration.clientId().value(),
                        revision))
                .update();
        if (changed == 0) {
            return false;
        }
        storeVersions(registration);
        project(registration);
        return true;
    }

    /** Oldest first: the version that steps back makes room for the next one. */
    private void storeVersions(ServiceRegistration registration) {
        Map<Integer, RegistrationVersion> known = new HashMap<>();
        versions(registration.clientId()).forEach(version -> known.put(version.number(), version));
        for (RegistrationVersion version : registration.versions()) {
            RegistrationVersion before = known.get(version.number());
            if (before == null) {
                insert(registration.clientId(), version);
            } else if (!before.equals(version)) {
                update(registration.clientId(), version);
            }
        }
    }

    private void insert(ClientId clientId, RegistrationVersion version) {
        jdbc.sql("INSERT INTO idp.registration_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)")
                .params(Arrays.asList(
                        clientId.value(),
                        version.number(),
                        version.dossier().toJson(),
                        version.hash(),
                        version.state().code(),
                        version.author(),
                        RegistrationRows.contributors(version),
                        Timestamp.from(version.createdAt())))
                .update();
    }

    private void update(ClientId clientId, RegistrationVersion version) {
        RegistrationVersion.Decision decision = version.decision();
        jdbc.sql("UPDATE idp.registration_version SET state = ?, submitted_by = ?, approved = ?, decided_by = ?,"
                        + " decided_at = ?, decision_reason = ? WHERE client_id = ? AND number = ?")
                .params(Arrays.asList(
                        version.state().code(),
                        version.submittedBy(),
                        decision == null ? null : decision.approved(),
                        decision == null ? null : decision.by(),
                        decision == null ? null : Timestamp.from(decision.at()),
                        decision == null ? null : decision.reason(),
                        clientId.value(),
                        version.number()))
                .update();
    }

    private void project(ServiceRegistration registration) {
        switch (registration.state()) {
            case DRAFT, SUBMITTED, APPROVED -> {
                // Never live: logins know nothing of it.
            }
            case LIVE -> {
                DossierDraft live = registration.live().orElseThrow().dossier();
                if (!rules.check(live).isEmpty()) {
                    // Whoever brings a version to life has had it checked: this one was good, and its keys have come to
                    // their end since. Logins keep what they have, and the draft with the next keys can be saved.
                    return;
                }
                ServiceDossier dossier = rules.require(live);
                readByLogins.project(dossier.asRelyingParty(registration.clientId()));
                followers.forEach(follower -> follower.live(registration, dossier));
            }
            case SUSPENDED -> readByLogins.suspend(registration.clientId());
            case RETIRED -> readByLogins.retire(registration.clientId());
        }
    }

    @Override
    public Page<RegistrationSummary> search(Scope scope, RegistrationQuery query) {
        return new RegistrationSearch(jdbc).search(scope, query);
    }

    private static @Nullable String openState(ServiceRegistration registration) {
        return registration.open().map(version -> version.state().code()).orElse(null);
    }

    private static @Nullable String text(@Nullable ClientId clientId) {
        return clientId == null ? null : clientId.value();
    }
}
