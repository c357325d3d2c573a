// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.domainproof.ChallengeDomain;
import org.stadttor.idp.domainproof.DomainProof;
import org.stadttor.idp.domainproof.DomainProofs;
import org.stadttor.idp.domainproof.ForgetDomain;
import org.stadttor.idp.domainproof.ProveDomain;
import org.stadttor.idp.domainproof.ReadDomains;
import org.stadttor.idp.domainproof.jdbc.JdbcDomainProofs;
import org.stadttor.idp.domainproof.net.DnsChallengeRecords;
import org.stadttor.idp.domainproof.net.HttpChallengeFiles;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.organisation.OrganisationUnits;
import org.stadttor.idp.registration.ProvedHosts;
import org.stadttor.outbound.OutboundHttp;

/** How units prove that they control the hosts they send citizens to. */
@Configuration(proxyBeanMethods = false)
class DomainProofConfiguration {

    @Bean
    DomainProofs domainProofs(JdbcClient jdbc) {
        return new JdbcDomainProofs(jdbc);
    }

    @Bean(destroyMethod = "close")
    OutboundHttp challengeFileClient() {
        return new OutboundHttp(HttpChallengeFiles.policy());
    }

    @Bean
    ProveDomain.Places challengePlaces(OutboundHttp challengeFileClient, IdpSettings settings) {
        return new ProveDomain.Places(
                new HttpChallengeFiles(
                        challengeFileClient, host -> URI.create("https://" + host + DomainProof.FILE_PATH)),
                new DnsChallengeRecords(settings.registrar().dnsServer()));
    }

    @Bean
    ChallengeDomain challengeDomain(DomainProofs proofs, OrganisationUnits units, SecureRandom random, Clock clock) {
        return new ChallengeDomain(proofs, units, random, clock);
    }

    @Bean
    ProveDomain proveDomain(
            DomainProofs proofs,
            ProveDomain.Places places,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        return new ProveDomain(proofs, places, audit, transactions, clock);
    }

    @Bean
    ForgetDomain forgetDomain(DomainProofs proofs, AuditLog audit, TransactionOperations transactions) {
        return new ForgetDomain(proofs, audit, transactions);
    }

    @Bean
    ReadDomains readDomains(DomainProofs proofs, Clock clock) {
        return new ReadDomains(proofs, clock);
    }

    @Bean
    ProvedHosts provedHosts(ReadDomains domains) {
        return domains::proved;
    }
}
