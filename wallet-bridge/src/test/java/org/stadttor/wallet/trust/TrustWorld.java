// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.testing.TestDatabase;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.trustlist.lote.LoteSignature;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;
import org.stadttor.wallet.fixture.SteppedClock;
import org.stadttor.wallet.fixture.TestCertificate;

/** A signer of lists, a database, and sources that pull. */
final class TrustWorld {

    static final Instant NOW = TestCertificate.NOW;

    final TestCertificate signer = TestCertificate.selfSigned("List signer");
    final SteppedClock clock = new SteppedClock();
    private final TestCertificate issuer = TestCertificate.ca("PID CA");

    /** A list, right and signed, whose content differs with its name. */
    String signed(long sequence, String name) {
        return signed(list(sequence, name, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(90))));
    }

    String signed(long sequence) {
        return signed(sequence, "Provider");
    }

    String signed(ListOfTrustedEntities list) {
        return signed(list, signer);
    }

    String signed(ListOfTrustedEntities list, TestCertificate by) {
        return LoteSignature.sign(LoteJson.write(list), by.keys().getPrivate(), by.certificate(), NOW);
    }

    ListOfTrustedEntities list(long sequence, String name, Instant issuedAt, Instant nextUpdate) {
        return list(ListOfTrustedEntities.PID_PROVIDERS, sequence, name, issuedAt, nextUpdate);
    }

    ListOfTrustedEntities list(String type, long sequence, String name, Instant issuedAt, Instant nextUpdate) {
        TrustedService service = new TrustedService(
                "PIDs", ServiceType.PID_ISSUANCE.uri(), List.of(issuer.certificate()), StatusPolicy.STATUS_REQUIRED);
        return new ListOfTrustedEntities(
                type,
                sequence,
                "Operator",
                "EU",
                issuedAt,
                nextUpdate,
                List.of(new TrustedEntity(name, "NTRDE-1", "DE", List.of(service))));
    }

    TrustListSettings settings(URI url, Duration interval) {
        return new TrustListSettings(
                url,
                ListOfTrustedEntities.PID_PROVIDERS,
                Set.<X509Certificate>of(signer.certificate()),
                Duration.ofSeconds(20),
                interval);
    }

    HttpTrustListSource source(OutboundHttp http, URI url, AcceptedTrustLists store, TrustListEvents events) {
        return new HttpTrustListSource(http, settings(url, Duration.ofMillis(100)), store, events, clock);
    }

    static DataSource database() {
        TestDatabase database = TestDatabase.create();
        DataSource source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .schemas("wallet")
                .locations("classpath:db/wallet")
                .load()
                .migrate();
        return source;
    }

    static JdbcClient jdbc() {
        return JdbcClient.create(database());
    }

    /** Writes down what it is told. */
    static class Told implements TrustListEvents {

        final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public void accepted(long sequence, Instant nextUpdate) {
            events.add("accepted " + sequence);
        }

        @Override
        public void refused(String reasonCode) {
            events.add("refused " + reasonCode);
        }

        @Override
        public void unreachable(String reasonCode) {
            events.add("unreachable " + reasonCode);
        }

        @Override
        public void reachable() {
            events.add("reachable");
        }

        @Override
        public void nearingExpiry(Instant nextUpdate) {
            events.add("nearing expiry");
        }

        @Override
        public void expired(Instant nextUpdate) {
            events.add("expired");
        }

        @Override
        public void storeFailed() {
            events.add("store failed");
        }
    }
}
