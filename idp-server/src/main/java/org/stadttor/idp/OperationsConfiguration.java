// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.stadttor.audit.AuditLog;
import org.stadttor.audit.jdbc.JdbcAuditLog;
import org.stadttor.idp.authorization.AuthorizationRequests;
import org.stadttor.idp.authorization.Grants;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.authorization.UsedAssertions;
import org.stadttor.idp.citizen.Accounts;
import org.stadttor.idp.citizen.IdentifyByPolicy;
import org.stadttor.idp.citizen.IdentifyCitizen;
import org.stadttor.idp.citizen.PersonMatching;
import org.stadttor.idp.citizen.jdbc.JdbcAccounts;
import org.stadttor.idp.operations.AuditedPresentations;
import org.stadttor.idp.operations.ExplainSupportCode;
import org.stadttor.idp.operations.Housekeeping;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.operations.SupportCases;
import org.stadttor.idp.operations.TrustedProxies;
import org.stadttor.idp.operations.jdbc.JdbcSupportCases;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.statistics.LoginTally;
import org.stadttor.wallet.presentation.PresentationEvents;

/** Citizens' accounts; the audit trail, support, housekeeping, proxies. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OperationsConfiguration {

    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);

    @Bean
    AuditLog auditLog(JdbcTemplate jdbc, Clock clock) {
        return new JdbcAuditLog(jdbc, clock);
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Clock clock) {
        return new JdbcAccounts(jdbc, clock);
    }

    @Bean
    IdentifyCitizen identifyCitizen(
            RelyingParties relyingParties, Accounts accounts, IdpSettings settings, SecureRandom random, Clock clock) {
        PersonMatching matching = new PersonMatching(settings.matchingKey().key("stadttor.matching-key"));
        return new IdentifyByPolicy(relyingParties, accounts, matching, random, clock);
    }

    @Bean
    SupportCases supportCases(JdbcClient jdbc) {
        return new JdbcSupportCases(jdbc);
    }

    @Bean
    ExplainSupportCode explainSupportCode(SupportCases cases) {
        return new ExplainSupportCode(cases);
    }

    @Bean
    PresentationEvents presentationEvents(AuditLog audit, SupportCases cases, LoginTally tally, Clock clock) {
        AuditedPresentations audited = new AuditedPresentations(audit, cases, clock);
        return event -> {
            audited.happened(event);
            tally.happened(event);
        };
    }

    @Bean
    TrustedProxies trustedProxies(IdpSettings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    @Bean
    Housekeeping.Stores expiringStores(
            AuthorizationRequests requests, Grants grants, UsedAssertions assertions, SupportCases cases) {
        return new Housekeeping.Stores(requests, grants, assertions, cases);
    }

    @Bean
    Housekeeping housekeeping(Housekeeping.Stores stores, SigningKeys keys, Clock clock) {
        return new Housekeeping(stores, keys, clock);
    }

    @Bean
    SchedulingConfigurer schedule(Housekeeping housekeeping, IdpSettings settings) {
        return tasks -> {
            tasks.addFixedDelayTask(housekeeping::purge, PURGE_INTERVAL);
            tasks.addFixedDelayTask(
                    housekeeping::refreshKeys, settings.signingKeys().refresh());
        };
    }
}
