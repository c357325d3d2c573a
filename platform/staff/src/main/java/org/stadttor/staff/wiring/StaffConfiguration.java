// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Confirmations;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.SignOutEverywhere;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.jdbc.JdbcSignOutEverywhere;
import org.stadttor.staff.jdbc.JdbcStaffMembers;
import org.stadttor.staff.passkey.ConfirmAct;
import org.stadttor.staff.passkey.PasskeySignIn;
import org.stadttor.staff.web.ConfirmationRefusedPage;
import org.stadttor.staff.web.PortSeparation;
import org.stadttor.staff.web.RouteAuthorization;
import org.stadttor.staff.web.SessionConfirmations;
import org.stadttor.staff.web.SignInController;
import org.stadttor.staff.web.StaffPages;
import org.stadttor.staff.web.StaffPort;
import org.stadttor.staff.web.StaffSessionFilter;
import org.stadttor.staff.web.StaffSessions;

/**
 * The staff side of a process: {@code @Import(StaffConfiguration.class)} and beans of type {@link StaffProcess} and
 * {@link StaffSettings}; the schema must be migrated before ({@link org.stadttor.staff.jdbc.StaffSchema}). Features add
 * beans of type {@link StaffRoutes} and {@link NavigationItem}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    StaffSecurityConfiguration.class,
    InvitationConfiguration.class,
    PasskeyConfiguration.class,
    PasskeyPagesConfiguration.class,
    ApiKeyConfiguration.class,
    PeopleConfiguration.class,
    AuditViewConfiguration.class,
    OpenIdConfiguration.class
})
public class StaffConfiguration {

    @Bean
    StaffPort staffPort(StaffSettings settings) {
        return new StaffPort(settings);
    }

    @Bean
    StaffAddress staffAddress(StaffPort port, StaffSettings settings) {
        URI configured = settings.publicAddress();
        return () -> configured != null ? configured : URI.create(port.scheme() + "://localhost:" + port.port());
    }

    @Bean
    SignOutEverywhere signOutEverywhere(JdbcClient jdbc, StaffProcess process) {
        return new JdbcSignOutEverywhere(jdbc, process.schema());
    }

    @Bean
    FilterRegistrationBean<PortSeparation> portSeparation(StaffPort port) {
        FilterRegistrationBean<PortSeparation> registration = new FilterRegistrationBean<>(new PortSeparation(port));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    JdbcIndexedSessionRepository staffSessionRepository(
            JdbcTemplate jdbc, PlatformTransactionManager manager, StaffProcess process, StaffSettings settings) {
        TransactionTemplate transactions = new TransactionTemplate(manager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository repository = new JdbcIndexedSessionRepository(jdbc, transactions);
        repository.setTableName(process.schema() + ".session");
        repository.setDefaultMaxInactiveInterval(settings.idle());
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
        return repository;
    }

    @Bean
    FilterRegistrationBean<StaffSessionFilter> staffSessionFilter(
            StaffPort port, JdbcIndexedSessionRepository repository, StaffSettings settings, StaffProcess process) {
        FilterRegistrationBean<StaffSessionFilter> registration =
                new FilterRegistrationBean<>(new StaffSessionFilter(port, repository, settings, process));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    StaffMembers staffMembers(JdbcClient jdbc, StaffProcess process, StaffSettings settings, Clock clock) {
        JdbcStaffMembers members = new JdbcStaffMembers(jdbc, process.schema(), clock);
        if (settings.sandboxSignIn()) {
            process.sandboxPeople().forEach(members::seed);
        }
        return members;
    }

    @Bean
    StaffSessions staffSessions(StaffMembers members, StaffSettings settings, Clock clock) {
        return new StaffSessions(members, settings, clock);
    }

    @Bean
    Confirmations confirmations(ConfirmAct confirm) {
        return new SessionConfirmations(confirm);
    }

    @Bean
    ConfirmationRefusedPage confirmationRefusedPage() {
        return new ConfirmationRefusedPage();
    }

    @Bean
    SignInController signInController(
            StaffSessions sessions,
            StaffProcess process,
            StaffSettings settings,
            AuditLog audit,
            PasskeySignIn passkeys) {
        return new SignInController(sessions, process, settings, audit, passkeys);
    }

    @Bean
    StaffPages staffPages(StaffPort port, StaffProcess process, List<NavigationItem> items) {
        return new StaffPages(port, process, items);
    }

    @Bean
    StaffRoutes signInRoutes() {
        return StaffRoutes.of(
                StaffRoute.everybody("GET", "/ui/**"),
                StaffRoute.everybody("GET", "/staff"),
                StaffRoute.everybody("GET", "/staff/sign-in"),
                StaffRoute.everybody("POST", "/staff/sandbox-sign-in"),
                StaffRoute.signedIn("POST", "/staff/sign-out"));
    }

    @Bean
    RouteAuthorization routeAuthorization(ObjectProvider<StaffRoutes> routes) {
        return new RouteAuthorization(
                routes.stream().flatMap(some -> some.routes().stream()).toList());
    }
}
