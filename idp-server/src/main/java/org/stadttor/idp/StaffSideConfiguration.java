// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.stadttor.idp.operations.DatabaseSchemas;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.audit.AuditCheck;
import org.stadttor.staff.wiring.StaffConfiguration;
import org.stadttor.ui.Site;

/** The staff side of the identity provider: agencies, registrars, help desk, auditors. */
@Configuration(proxyBeanMethods = false)
@Import(StaffConfiguration.class)
class StaffSideConfiguration {

    private static final Set<String> ROLES = Set.of(
            "registrar",
            "support",
            "auditor",
            StaffProcess.STAFF_ADMIN,
            "owner",
            "technician",
            "data-protection-officer",
            "agency-reader");

    /** The sandbox's agency. */
    private static final String MUSTERSTADT = "/de/by/musterstadt/";

    private static final List<SandboxPerson> PEOPLE = List.of(
            new SandboxPerson("olga", "Olga Owner (Musterstadt)", Set.of(new Grant("owner", MUSTERSTADT))),
            new SandboxPerson("theo", "Theo Technik (Musterstadt)", Set.of(new Grant("technician", MUSTERSTADT))),
            new SandboxPerson(
                    "dora",
                    "Dora Datenschutz (Musterstadt)",
                    Set.of(new Grant("data-protection-officer", MUSTERSTADT))),
            new SandboxPerson("lena", "Lena Leserin (Musterstadt)", Set.of(new Grant("agency-reader", MUSTERSTADT))),
            SandboxPerson.of("rolf", "Rolf Register", "registrar"),
            SandboxPerson.of("rosa", "Rosa Register", "registrar"),
            SandboxPerson.of("sami", "Sami Support", "support"),
            SandboxPerson.of("alma", "Alma Audit", "auditor"),
            SandboxPerson.of("stella", "Stella Stab", StaffProcess.STAFF_ADMIN));

    @Bean
    StaffSettings staffSettings(IdpSettings settings) {
        return settings.staff();
    }

    @Bean
    @DependsOn("schemas")
    StaffProcess staffProcess(IdpSettings settings) {
        Site site = new Site(
                "Stadttor für Behörden",
                List.of(),
                settings.sandboxMode() ? Site.Banner.SANDBOX : Site.Banner.NONE,
                null,
                null,
                null);
        return new StaffProcess(DatabaseSchemas.STAFF, ROLES, site, PEOPLE);
    }

    /** Down when the last look at the audit trail found a change; not part of readiness: an alarm, not an outage. */
    @Bean
    HealthIndicator auditTrailHealthIndicator(AuditCheck check) {
        return () -> check.broken()
                .map(broken -> Health.down().withDetail("entry", broken.sequence()))
                .orElseGet(Health::up)
                .build();
    }

    /** 1 when the last look at the audit trail found a change. */
    @Bean
    MeterBinder auditTrailMeter(AuditCheck check) {
        return meters -> Gauge.builder(
                        "stadttor.audit.broken", check, it -> it.broken().isPresent() ? 1 : 0)
                .register(meters);
    }
}
