// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.ChangeUnit;
import org.stadttor.idp.organisation.OrganisationUnits;
import org.stadttor.idp.organisation.ReadUnits;
import org.stadttor.idp.organisation.jdbc.JdbcOrganisationUnits;
import org.stadttor.idp.registration.Changes;
import org.stadttor.idp.registration.ClientIds;
import org.stadttor.idp.registration.DecideRegistration;
import org.stadttor.idp.registration.DossierHints;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.GoLive;
import org.stadttor.idp.registration.LiveVersions;
import org.stadttor.idp.registration.PastedKeys;
import org.stadttor.idp.registration.PromoteToProduction;
import org.stadttor.idp.registration.ProvedHosts;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationPolicy;
import org.stadttor.idp.registration.ResumeRegistration;
import org.stadttor.idp.registration.RetireRegistration;
import org.stadttor.idp.registration.RollBack;
import org.stadttor.idp.registration.SaveDraft;
import org.stadttor.idp.registration.ServiceRegistrations;
import org.stadttor.idp.registration.SubmitRegistration;
import org.stadttor.idp.registration.SuspendRegistration;
import org.stadttor.idp.registration.jdbc.JdbcServiceRegistrations;
import org.stadttor.idp.relyingparty.Registrations;
import org.stadttor.idp.relyingparty.RunningLogins;

/** The tree of public bodies and the life cycle of registrations. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    OrganisationUnits organisationUnits(JdbcClient jdbc) {
        return new JdbcOrganisationUnits(jdbc);
    }

    @Bean
    ReadUnits readUnits(OrganisationUnits units) {
        return new ReadUnits(units);
    }

    @Bean
    AddUnit addUnit(OrganisationUnits units, AuditLog audit, TransactionOperations transactions) {
        return new AddUnit(units, audit, transactions);
    }

    @Bean
    ChangeUnit changeUnit(OrganisationUnits units, AuditLog audit, TransactionOperations transactions) {
        return new ChangeUnit(units, audit, transactions);
    }

    @Bean
    DossierRules dossierRules(IdpSettings settings, Clock clock) {
        return new DossierRules(settings.sandboxMode(), clock);
    }

    @Bean
    DossierHints dossierHints() {
        return new DossierHints();
    }

    @Bean
    RegistrationPolicy registrationPolicy(IdpSettings settings) {
        return new RegistrationPolicy(settings.sandboxMode());
    }

    @Bean
    ServiceRegistrations serviceRegistrations(
            JdbcClient jdbc,
            Registrations readByLogins,
            DossierRules rules,
            List<LiveVersions> followers,
            Clock clock) {
        return new JdbcServiceRegistrations(jdbc, readByLogins, rules, followers, clock);
    }

    @Bean
    ReadRegistrations readRegistrations(ServiceRegistrations registrations) {
        return new ReadRegistrations(registrations);
    }

    @Bean
    Changes registrationChanges(
            ServiceRegistrations registrations,
            RunningLogins logins,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        return new Changes(registrations, logins, audit, transactions, clock);
    }

    @Bean
    ClientIds clientIds(SecureRandom random) {
        return new ClientIds(random);
    }

    @Bean
    PastedKeys pastedKeys(Clock clock) {
        return new PastedKeys(clock);
    }

    @Bean
    SaveDraft saveDraft(
            Changes changes,
            OrganisationUnits units,
            DossierRules rules,
            RegistrationPolicy policy,
            ClientIds clientIds) {
        return new SaveDraft(changes, units, rules, policy, clientIds);
    }

    @Bean
    SubmitRegistration submitRegistration(
            Changes changes, DossierRules rules, RegistrationPolicy policy, ProvedHosts provedHosts) {
        return new SubmitRegistration(changes, rules, policy, provedHosts);
    }

    @Bean
    DecideRegistration decideRegistration(Changes changes, DossierRules rules, ProvedHosts provedHosts) {
        return new DecideRegistration(changes, rules, provedHosts);
    }

    @Bean
    GoLive goLive(Changes changes, DossierRules rules) {
        return new GoLive(changes, rules);
    }

    @Bean
    SuspendRegistration suspendRegistration(Changes changes) {
        return new SuspendRegistration(changes);
    }

    @Bean
    ResumeRegistration resumeRegistration(Changes changes, DossierRules rules) {
        return new ResumeRegistration(changes, rules);
    }

    @Bean
    RetireRegistration retireRegistration(Changes changes) {
        return new RetireRegistration(changes);
    }

    @Bean
    RollBack rollBack(Changes changes) {
        return new RollBack(changes);
    }

    @Bean
    PromoteToProduction promoteToProduction(Changes changes, ClientIds clientIds) {
        return new PromoteToProduction(changes, clientIds);
    }
}
