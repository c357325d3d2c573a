// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.audit.AuditCheck;
import org.stadttor.staff.wiring.StaffConfiguration;
import org.stadttor.trustlist.operations.TrustListSchemas;
import org.stadttor.trustlist.operations.TrustListSettings;
import org.stadttor.ui.Site;
import org.stadttor.ui.UiConfiguration;

/** The staff side of the trust list: those who curate whom to trust. */
@Configuration(proxyBeanMethods = false)
@Import({UiConfiguration.class, StaffConfiguration.class})
class StaffSideConfiguration {

    private static final Set<String> ROLES =
            Set.of("reader", "curator", "approver", "emergency", "auditor", StaffProcess.STAFF_ADMIN);

    private static final List<SandboxPerson> PEOPLE = List.of(
            SandboxPerson.of("karla", "Karla Kuratorin", "curator"),
            SandboxPerson.of("anton", "Anton Freigeber", "approver"),
            SandboxPerson.of("anna", "Anna Freigeberin", "approver", "curator"),
            SandboxPerson.of("emil", "Emil Notfall", "emergency"),
            SandboxPerson.of("rita", "Rita Leserin", "reader"),
            SandboxPerson.of("alma", "Alma Audit", "auditor"),
            SandboxPerson.of("stella", "Stella Stab", StaffProcess.STAFF_ADMIN));

    @Bean
    StaffSettings staffSettings(TrustListSettings settings) {
        return settings.staff();
    }

    @Bean
    Site site(TrustListSettings settings) {
        return new Site(
                "Stadttor Vertrauenslisten",
                List.of(
                        "messages/trustlist",
                        "messages/certificate",
                        "messages/curation",
                        "messages/overview",
                        "messages/staff",
                        "messages/staff-people",
                        "messages/staff-passkey"),
                settings.staff().sandboxSignIn() ? Site.Banner.SANDBOX : Site.Banner.NONE,
                null,
                null,
                null);
    }

    @Bean
    @DependsOn("schemas")
    StaffProcess staffProcess(Site site) {
        return new StaffProcess(TrustListSchemas.STAFF, ROLES, site, PEOPLE);
    }

    /** Down when the last look at the audit trail found a change; not part of readiness: an alarm, not an outage. */
    @Bean
    HealthIndicator auditTrailHealthIndicator(AuditCheck check) {
        return () -> check.broken()
                .map(broken -> Health.down().withDetail("entry", broken.sequence()))
                .orElseGet(Health::up)
                .build();
    }
}
