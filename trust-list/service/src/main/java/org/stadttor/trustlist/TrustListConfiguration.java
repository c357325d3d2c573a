// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditLog;
import org.stadttor.audit.VerifyAuditChain;
import org.stadttor.audit.jdbc.JdbcAuditLog;
import org.stadttor.audit.jdbc.JdbcAuditTrail;
import org.stadttor.trustlist.issuer.ApproveIssuer;
import org.stadttor.trustlist.issuer.BlastRadius;
import org.stadttor.trustlist.issuer.IssuerChanges;
import org.stadttor.trustlist.issuer.IssuerDecisions;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.ResumeIssuer;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.issuer.WithdrawIssuer;
import org.stadttor.trustlist.issuer.jdbc.JdbcBlastRadius;
import org.stadttor.trustlist.issuer.jdbc.JdbcTrustedIssuers;
import org.stadttor.trustlist.operations.TrustListSchemas;
import org.stadttor.trustlist.operations.TrustListSettings;

/** Clock, database, audit trail, and the decisions on issuers. */
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

    @Bean
    TrustedIssuers trustedIssuers(JdbcClient jdbc) {
        return new JdbcTrustedIssuers(jdbc);
    }

    @Bean
    BlastRadius blastRadius(JdbcClient jdbc, PlatformTransactionManager manager) {
        return new JdbcBlastRadius(jdbc, manager);
    }

    @Bean
    IssuerDecisions issuerDecisions(
            TrustedIssuers issuers,
            IssuerChanges changes,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        return new IssuerDecisions(issuers, changes, audit, transactions, clock);
    }

    @Bean
    ProposeIssuer proposeIssuer(IssuerDecisions decisions) {
        return new ProposeIssuer(decisions);
    }

    @Bean
    ApproveIssuer approveIssuer(IssuerDecisions decisions) {
        return new ApproveIssuer(decisions);
    }

    @Bean
    SuspendIssuer suspendIssuer(IssuerDecisions decisions) {
        return new SuspendIssuer(decisions);
    }

    @Bean
    ProposeResumption proposeResumption(IssuerDecisions decisions) {
        return new ProposeResumption(decisions);
    }

    @Bean
    ResumeIssuer resumeIssuer(IssuerDecisions decisions) {
        return new ResumeIssuer(decisions);
    }

    @Bean
    WithdrawIssuer withdrawIssuer(IssuerDecisions decisions) {
        return new WithdrawIssuer(decisions);
    }
}
