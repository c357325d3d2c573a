// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RunningLogins;

/**
 * How every act on a registration runs: in one transaction, load it locked and within the person's scope, decide, store it
 * if nobody was faster, end the logins of what goes out of service, append to the audit trail.
 */
public final class Changes {

    /** What an act came to. */
    record Changed(ServiceRegistration registration, String event, Map<String, String> details) {

        Changed(ServiceRegistration registration, String event) {
            this(registration, event, Map.of());
        }
    }

    private final ServiceRegistrations registrations;
    private final RunningLogins logins;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    public Changes(
            ServiceRegistrations registrations,
            RunningLogins logins,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.registrations = registrations;
        this.logins = logins;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Changes a registration that is there. */
    ServiceRegistration change(
            ActingPerson person, ClientId clientId, BiFunction<ServiceRegistration, Instant, Changed> decide) {
        return Objects.requireNonNull(transactions.execute(status -> {
            ServiceRegistration known = registrations
                    .findForChange(clientId)
                    .filter(r -> person.scope().includes(r.unit()))
                    .orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_FOUND));
            if (known.state() == RegistrationState.RETIRED) {
                throw new RegistrationRefusedException(Reason.RETIRED);
            }
            Changed changed = decide.apply(known, now());
            if (!registrations.change(changed.registration(), known.revision())) {
                throw new RegistrationRefusedException(Reason.CHANGED_MEANWHILE);
            }
            if (leavesService(known, changed.registration())) {
                logins.end(clientId);
            }
            append(person, changed);
            return changed.registration();
        }));
    }

    /** Stores a registration that is new. */
    ServiceRegistration add(ActingPerson person, Changed added) {
        transactions.executeWithoutResult(status -> {
            if (!person.scope().includes(added.registration().unit())) {
                throw new RegistrationRefusedException(Reason.NOT_FOUND);
            }
            if (!registrations.add(added.registration())) {
                throw new RegistrationRefusedException(Reason.CLIENT_ID_TAKEN);
            }
            append(person, added);
        });
        return added.registration();
    }

    /** What is there, within a person's scope. */
    ServiceRegistration find(ActingPerson person, ClientId clientId) {
        return registrations
                .find(clientId)
                .filter(r -> person.scope().includes(r.unit()))
                .orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_FOUND));
    }

    /** As precise as the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean leavesService(ServiceRegistration known, ServiceRegistration changed) {
        return known.state() == RegistrationState.LIVE && changed.state() != RegistrationState.LIVE;
    }

    private void append(ActingPerson person, Changed changed) {
        audit.append(new AuditEvent(
                "registration." + changed.event(),
                person.id(),
                changed.registration().clientId().value(),
                changed.details()));
    }

    static void requireRevision(ServiceRegistration known, long revision) {
        if (known.revision() != revision) {
            throw new RegistrationRefusedException(Reason.CHANGED_MEANWHILE);
        }
    }
}
