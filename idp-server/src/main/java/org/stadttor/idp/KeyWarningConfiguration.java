// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.Notices;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.keywarning.KeyWarnings;
import org.stadttor.idp.keywarning.ReadKeyWarnings;
import org.stadttor.idp.keywarning.SendKeyWarnings;
import org.stadttor.idp.keywarning.jdbc.JdbcKeyWarnings;
import org.stadttor.idp.keywarning.net.SignedWebhooks;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.outbound.OutboundHttp;

/** Warnings before keys of relying parties end. */
@Configuration(proxyBeanMethods = false)
class KeyWarningConfiguration {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    @Bean
    JdbcKeyWarnings keyWarnings(JdbcClient jdbc) {
        return new JdbcKeyWarnings(jdbc);
    }

    @Bean
    ReadKeyWarnings readKeyWarnings(KeyWarnings warnings, Clock clock) {
        return new ReadKeyWarnings(warnings, clock);
    }

    @Bean
    Notices notices(SigningKeys keys, Issuer issuer, Clock clock) {
        return new Notices(keys, issuer, clock);
    }

    @Bean(destroyMethod = "close")
    OutboundHttp webhookClient(IdpSettings settings) {
        return new OutboundHttp(SignedWebhooks.policy(settings.sandboxMode()));
    }

    @Bean
    SignedWebhooks webhooks(OutboundHttp webhookClient, Notices notices, Clock clock) {
        return new SignedWebhooks(webhookClient, notices::sign, clock);
    }

    @Bean
    SendKeyWarnings sendKeyWarnings(
            KeyWarnings warnings,
            SignedWebhooks webhooks,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        return new SendKeyWarnings(warnings, webhooks, audit, transactions, clock);
    }

    /** In a thread of its own: the scheduler's has the housekeeping to do, whatever a receiver does. */
    @Bean
    SchedulingConfigurer keyWarningSchedule(SendKeyWarnings send) {
        return tasks -> tasks.addFixedDelayTask(
                () -> Thread.ofVirtual().name("key-warnings").start(send::run), INTERVAL);
    }
}
