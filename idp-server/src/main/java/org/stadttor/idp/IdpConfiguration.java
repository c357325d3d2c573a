// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.operations.DatabaseSchemas;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import org.stadttor.idp.relyingparty.RegistrationRules;
import org.stadttor.idp.relyingparty.Registrations;
import org.stadttor.idp.relyingparty.RunningLogins;
import org.stadttor.idp.relyingparty.SuspendRelyingParty;
import org.stadttor.idp.relyingparty.jdbc.JdbcRelyingParties;
import org.stadttor.wallet.autoconfigure.SchemaOwner;

/** What every room needs: clock, randomness, database; and the registration of relying parties. */
@Configuration(proxyBeanMethods = false)
class IdpConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    @DependsOn("schemas")
    HikariDataSource dataSource(IdpSettings settings) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("idp");
        dataSource.setJdbcUrl(settings.database().url());
        dataSource.setUsername(settings.database().user());
        dataSource.setPassword(settings.database().password().text());
        dataSource.setMaximumPoolSize(settings.database().maximumConnections());
        return dataSource;
    }

    @Bean
    SchemaOwner schemaOwner(IdpSettings settings) {
        IdpSettings.Database database = settings.database();
        return new SchemaOwner(database.migrate() ? DatabaseSchemas.owner(database) : null);
    }

    @Bean
    DatabaseSchemas schemas(SchemaOwner owner, IdpSettings settings) {
        return new DatabaseSchemas(owner.dataSource(), settings.database());
    }

    @Bean
    TransactionOperations transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    RegistrationRules registrationRules(IdpSettings settings) {
        return new RegistrationRules(settings.sandboxMode());
    }

    /** What logins read, unless something stands before it: in a sandbox the twins for trials. */
    @Bean
    @Fallback
    JdbcRelyingParties relyingParties(JdbcClient jdbc, RegistrationRules rules, Clock clock) {
        return new JdbcRelyingParties(jdbc, rules, clock);
    }

    @Bean
    RegisterRelyingParty registerRelyingParty(
            Registrations registrations, RegistrationRules rules, AuditLog audit, TransactionOperations transactions) {
        return new RegisterRelyingParty(registrations, rules, audit, transactions);
    }

    @Bean
    SuspendRelyingParty suspendRelyingParty(
            Registrations registrations, RunningLogins logins, AuditLog audit, TransactionOperations transactions) {
        return new SuspendRelyingParty(registrations, logins, audit, transactions);
    }
}
