// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.audit.VerifyAuditChain;
import org.stadttor.audit.jdbc.JdbcAuditLog;
import org.stadttor.audit.jdbc.JdbcAuditTrail;
import org.stadttor.trustlist.operations.TrustListSchemas;
import org.stadttor.trustlist.operations.TrustListSettings;

/** Clock, database and audit trail. */
@Configuration(proxyBeanMethods = false)
class TrustListConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TrustListSchemas schemas(TrustListSettings settings) {
        return new TrustListSchemas(settings.database());
    }

    @Bean
    @DependsOn("schemas")
    HikariDataSource dataSource(TrustListSettings settings) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("trust-list");
        dataSource.setJdbcUrl(settings.database().url());
        dataSource.setUsername(settings.database().user());
        dataSource.setPassword(settings.database().password().text());
        dataSource.setMaximumPoolSize(settings.database().maximumConnections());
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
    VerifyAuditChain verifyAuditChain(JdbcTemplate jdbc) {
        return new VerifyAuditChain(new JdbcAuditTrail(jdbc));
    }
}
