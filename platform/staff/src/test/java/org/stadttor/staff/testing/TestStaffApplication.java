// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.audit.jdbc.JdbcAuditLog;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.wiring.StaffConfiguration;
import org.stadttor.ui.Site;
import org.stadttor.ui.UiConfiguration;

/** What {@link TestStaff} starts. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.session.autoconfigure.SessionAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
        })
@EnableWebSecurity
@Import({UiConfiguration.class, StaffConfiguration.class})
class TestStaffApplication {

    private static final String PART = "/de/by/musterstadt/";

    @Bean
    MutableClock clock() {
        return new MutableClock();
    }

    @Bean
    HikariDataSource dataSource(Environment environment) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(environment.getRequiredProperty("test.url"));
        dataSource.setUsername(environment.getRequiredProperty("test.role"));
        dataSource.setPassword("secret");
        dataSource.setMaximumPoolSize(5);
        return dataSource;
    }

    @Bean
    TransactionOperations transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    AuditLog auditLog(JdbcTemplate jdbc, Clock clock) {
        return new JdbcAuditLog(jdbc, clock);
    }

    @Bean
    Site site() {
        return Site.of(
                "Probe", Site.Banner.SANDBOX, "messages/staff", "messages/staff-people", "messages/staff-passkey");
    }

    @Bean
    StaffSettings staffSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("test.staff", StaffSettings.class);
    }

    @Bean
    StaffProcess staffProcess(Site site) {
        return new StaffProcess(
                TestStaff.SCHEMA,
                Set.of("registrar", "auditor", "approver", StaffProcess.STAFF_ADMIN, "owner", "technician"),
                site,
                List.of(
                        SandboxPerson.of("stella", "Stella Stab", StaffProcess.STAFF_ADMIN),
                        SandboxPerson.of("stan", "Stan Stab", StaffProcess.STAFF_ADMIN),
                        SandboxPerson.of("rolf", "Rolf Register", "registrar"),
                        SandboxPerson.of("alma", "Alma Audit", "auditor"),
                        SandboxPerson.of("nora", "Nora Neu"),
                        new SandboxPerson("olga", "Olga Owner", Set.of(new Grant("owner", PART))),
                        new SandboxPerson("theo", "Theo Technik", Set.of(new Grant("technician", PART)))));
    }

    @Bean
    StaffRoutes testRoutes() {
        return StaffRoutes.of(
                StaffRoute.get("/api/v1/who", "registrar", "owner"),
                StaffRoute.post("/api/v1/who", "registrar", "owner"),
                StaffRoute.get("/api/v1/feed.ics", "registrar", "owner"));
    }

    @Bean
    WhoController who() {
        return new WhoController();
    }
}
