// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.stadttor.audit.AuditLog;
import org.stadttor.audit.jdbc.JdbcAuditTrail;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.audit.AuditCheck;
import org.stadttor.staff.audit.AuditEntries;
import org.stadttor.staff.audit.jdbc.JdbcAuditEntries;
import org.stadttor.staff.audit.web.AuditController;
import org.stadttor.staff.audit.web.AuditExportController;
import org.stadttor.staff.people.Registry;

/** The audit trail for people, and the daily look at whether it is whole. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditViewConfiguration {

    private static final String AUDITOR = "auditor";
    private static final String PAGE = "/staff/audit";
    private static final int LATE = 850;

    @Bean
    AuditEntries auditEntries(JdbcClient jdbc) {
        return new JdbcAuditEntries(jdbc);
    }

    @Bean
    AuditCheck auditCheck(JdbcTemplate jdbc, AuditLog audit, Clock clock) {
        return new AuditCheck(new JdbcAuditTrail(jdbc), audit, clock);
    }

    /** Not at the start: then there are more urgent things. */
    @Bean
    SchedulingConfigurer dailyAuditCheck(AuditCheck check) {
        return tasks ->
                tasks.addFixedDelayTask(new IntervalTask(check::run, Duration.ofDays(1), Duration.ofMinutes(10)));
    }

    @Bean
    AuditController auditController(AuditEntries entries, AuditCheck check, Registry registry) {
        return new AuditController(entries, check, registry.people());
    }

    @Bean
    AuditExportController auditExportController(AuditEntries entries, AuditLog audit) {
        return new AuditExportController(entries, audit);
    }

    @Bean
    NavigationItem auditNavigation() {
        return NavigationItem.of(LATE, PAGE, "staff.audit.title", AUDITOR);
    }

    @Bean
    StaffRoutes auditRoutes() {
        return StaffRoutes.of(
                StaffRoute.get(PAGE, AUDITOR),
                StaffRoute.get(PAGE + "/{sequence}", AUDITOR),
                StaffRoute.get(PAGE + "/export", AUDITOR),
                StaffRoute.post(PAGE + "/check", AUDITOR));
    }
}
