// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** Two PID providers, each with a CA for PIDs and another CA for status lists, and the list they stand on. */
final class StatusWorld implements TrustListSource {

    /** A listed provider. */
    record Provider(TestCertificate issuance, TestCertificate revocation, TrustedEntity entity) {

        static Provider create(String name) {
            TestCertificate issuance = TestCertificate.ca(name + " PID CA");
            TestCertificate revocation = TestCertificate.ca(name + " Status CA");
            return new Provider(
                    issuance,
                    revocation,
                    new TrustedEntity(
                            name,
                            "NTRDE-" + name,
                            "DE",
                            List.of(
                                    service(ServiceType.PID_ISSUANCE, issuance),
                                    service(ServiceType.PID_REVOCATION, revocation))));
        }

        private static TrustedService service(ServiceType type, TestCertificate ca) {
            return new TrustedService(type.name(), type.uri(), List.of(ca.certificate()), StatusPolicy.STATUS_REQUIRED);
        }

        /** What the trust list has said about the issuer of a credential of this provider. */
        Trusted trusted() {
            return new Trusted(entity, entity.services().getFirst(), issuance.certificate());
        }
    }

    final Provider one = Provider.create("One");
    final Provider two = Provider.create("Two");
    private volatile ListOfTrustedEntities list = list(1, one, two);

    /** The next issue of the list. */
    void publish(Provider... providers) {
        list = list(list.sequenceNumber() + 1, providers);
    }

    void publish(TrustedEntity... entities) {
        list = listOf(list.sequenceNumber() + 1, List.of(entities));
    }

    private static ListOfTrustedEntities list(long sequence, Provider... providers) {
        return listOf(
                sequence, List.of(providers).stream().map(Provider::entity).toList());
    }

    private static ListOfTrustedEntities listOf(long sequence, List<TrustedEntity> entities) {
        return new ListOfTrustedEntities(
                ListOfTrustedEntities.PID_PROVIDERS,
                sequence,
                "Operator",
                "EU",
                TestCertificate.NOW.minus(Duration.ofHours(1)),
                TestCertificate.NOW.plus(Duration.ofDays(90)),
                entities);
    }

    @Override
    public ListOfTrustedEntities pidProviders() {
        return list;
    }

    /** A source that has nothing. */
    static TrustListSource nothing() {
        return () -> {
            throw new TrustListUnavailableException("none");
        };
    }

    StatusSigners signers(Clock clock) {
        return new StatusSigners(this, clock);
    }
}
