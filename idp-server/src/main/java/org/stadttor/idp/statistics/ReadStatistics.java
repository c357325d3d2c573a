// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.relyingparty.ClientId;

/** Use case: somebody who is responsible for a service reads how its logins go. */
public final class ReadStatistics {

    private final ReadRegistrations registrations;
    private final LoginCounts counts;
    private final Clock clock;

    public ReadStatistics(ReadRegistrations registrations, LoginCounts counts, Clock clock) {
        this.registrations = registrations;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * The statistics of a registration, in whatever state it is.
     *
     * @throws org.stadttor.idp.registration.RegistrationRefusedException if there is no such registration in this scope
     */
    public ServiceStatistics read(Scope scope, ClientId clientId, ReportPeriod period) {
        ServiceRegistration registration = registrations.find(scope, clientId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = today.minusDays(period.days() - 1L);
        SummarizedLogins logins = new SummarizedLogins(counts.of(clientId.value(), from, today), from, period);
        return new ServiceStatistics(
                clientId,
                registration.live().orElseGet(registration::latest).dossier().names(),
                period,
                from,
                today,
                logins.figures(),
                logins.refusals(),
                logins.median(),
                logins.course());
    }
}
