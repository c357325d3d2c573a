// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.trustlist.issuer.AcknowledgeAlert;
import org.stadttor.trustlist.issuer.Alerts;
import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.BlastRadius;
import org.stadttor.trustlist.issuer.ConfirmSuspension;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.IssuerChanges;
import org.stadttor.trustlist.issuer.IssuerDecisions;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.KeepDeadlines;
import org.stadttor.trustlist.issuer.Listings;
import org.stadttor.trustlist.issuer.PreviewProposal;
import org.stadttor.trustlist.issuer.Proposals;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.RejectProposal;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.issuer.WithdrawIssuer;
import org.stadttor.trustlist.issuer.WithdrawProposal;
import org.stadttor.trustlist.issuer.jdbc.JdbcAlerts;
import org.stadttor.trustlist.issuer.jdbc.JdbcBlastRadius;
import org.stadttor.trustlist.issuer.jdbc.JdbcEntityHistory;
import org.stadttor.trustlist.issuer.jdbc.JdbcProposals;
import org.stadttor.trustlist.issuer.jdbc.JdbcTrustedIssuers;

/** What is stored about trust, and the decisions on it. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    @Bean
    TrustedIssuers trustedIssuers(JdbcClient jdbc) {
        return new JdbcTrustedIssuers(jdbc);
    }

    @Bean
    Proposals proposals(JdbcClient jdbc) {
        return new JdbcProposals(jdbc);
    }

    @Bean
    EntityHistory entityHistory(JdbcClient jdbc) {
        return new JdbcEntityHistory(jdbc);
    }

    @Bean
    Alerts alerts(JdbcClient jdbc) {
        return new JdbcAlerts(jdbc);
    }

    @Bean
    BlastRadius blastRadius(JdbcClient jdbc, PlatformTransactionManager manager) {
        return new JdbcBlastRadius(jdbc, manager);
    }

    @Bean
    Listings listings(TrustedIssuers issuers, EntityHistory history) {
        return new Listings(issuers, history);
    }

    @Bean
    IssuerDecisions issuerDecisions(
            IssuerRegister register,
            IssuerChanges changes,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        return new IssuerDecisions(register, changes, audit, transactions, clock);
    }

    @Bean
    IssuerRegister issuerRegister(TrustedIssuers issuers, Proposals proposals, Alerts alerts) {
        return new IssuerRegister(issuers, proposals, alerts);
    }

    @Bean
    ProposeIssuer proposeIssuer(IssuerDecisions decisions) {
        return new ProposeIssuer(decisions);
    }

    @Bean
    ProposeChange proposeChange(IssuerDecisions decisions) {
        return new ProposeChange(decisions);
    }

    @Bean
    ProposeResumption proposeResumption(IssuerDecisions decisions) {
        return new ProposeResumption(decisions);
    }

    @Bean
    PreviewProposal previewProposal(IssuerDecisions decisions) {
        return new PreviewProposal(decisions);
    }

    @Bean
    ApproveProposal approveProposal(IssuerDecisions decisions) {
        return new ApproveProposal(decisions);
    }

    @Bean
    RejectProposal rejectProposal(IssuerDecisions decisions) {
        return new RejectProposal(decisions);
    }

    @Bean
    WithdrawProposal withdrawProposal(IssuerDecisions decisions) {
        return new WithdrawProposal(decisions);
    }

    @Bean
    SuspendIssuer suspendIssuer(IssuerDecisions decisions) {
        return new SuspendIssuer(decisions);
    }

    @Bean
    ConfirmSuspension confirmSuspension(IssuerDecisions decisions) {
        return new ConfirmSuspension(decisions);
    }

    @Bean
    WithdrawIssuer withdrawIssuer(IssuerDecisions decisions) {
        return new WithdrawIssuer(decisions);
    }

    @Bean
    KeepDeadlines keepDeadlines(IssuerDecisions decisions) {
        return new KeepDeadlines(decisions);
    }

    @Bean
    @DependsOn("schemas")
    DeadlineWatch deadlineWatch(KeepDeadlines deadlines) {
        return new DeadlineWatch(deadlines);
    }

    /** Never down: an open alert is a matter for people, and the lists are as they should be. */
    @Bean
    HealthIndicator decisionsHealthIndicator(IssuerRegister register) {
        return () -> Health.up()
                .withDetail("open-alerts", register.alerts().open().size())
                .withDetail("unconfirmed-suspensions", register.issuers().unconfirmedSuspensions())
                .build();
    }

    @Bean
    AcknowledgeAlert acknowledgeAlert(IssuerDecisions decisions) {
        return new AcknowledgeAlert(decisions);
    }
}
