// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.idp.domainproof.DomainRefusedException.Reason;
import org.stadttor.idp.domainproof.jdbc.JdbcDomainProofs;
import org.stadttor.idp.domainproof.net.DnsChallengeRecords;
import org.stadttor.idp.domainproof.net.HttpChallengeFiles;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.OrganisationUnit;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.organisation.jdbc.JdbcOrganisationUnits;
import org.stadttor.outbound.AddressRule;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.testing.TestDatabase;

/** Against a real web server, a real DNS server and a real database. */
class DomainProofTest {

    private static final UnitPath BUND = new UnitPath("/de/");
    private static final UnitPath OFFICE = new UnitPath("/de/amt/");
    private static final ActingPerson OWNER = new ActingPerson("owner", Scope.of("/de/"));
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final AtomicReference<String> FILE = new AtomicReference<>("");
    private static final List<AuditEvent> AUDIT = new ArrayList<>();
    private static HttpServer web;
    private static TestDns dns;
    private static JdbcDomainProofs proofs;
    private static ChallengeDomain challenge;
    private static ProveDomain prove;

    @BeforeAll
    static void start() throws IOException {
        TestDatabase database = TestDatabase.create();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .schemas("idp")
                .locations("classpath:db/idp")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        JdbcOrganisationUnits units = new JdbcOrganisationUnits(jdbc);
        units.add(new OrganisationUnit(BUND, UnitKind.BUND, Map.of("de", "Bund"), UnitDetails.empty(), 1));
        units.add(new OrganisationUnit(OFFICE, UnitKind.OFFICE, Map.of("de", "Amt"), UnitDetails.empty(), 1));
        proofs = new JdbcDomainProofs(jdbc);
        web = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        web.createContext(DomainProof.FILE_PATH, exchange -> {
            byte[] body = FILE.get().getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        dns = new TestDns();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        OutboundHttp http = new OutboundHttp(HttpChallengeFiles.policy().withAddresses(AddressRule.PUBLIC_OR_LOOPBACK));
        int port = web.getAddress().getPort();
        ProveDomain.Places places = new ProveDomain.Places(
                new HttpChallengeFiles(http, host -> URI.create("http://127.0.0.1:" + port + DomainProof.FILE_PATH)),
                new DnsChallengeRecords(dns.address()));
        challenge = new ChallengeDomain(proofs, units, new SecureRandom(), clock);
        prove = new ProveDomain(proofs, places, AUDIT::add, TransactionOperations.withoutTransaction(), clock);
    }

    @AfterAll
    static void stop() throws SQLException {
        web.stop(0);
        dns.close();
    }

    @Test
    void a_file_proves_a_host_for_a_year_and_for_the_units_below() {
        DomainProof asked = challenge.challenge(OWNER, BUND, "portal.example");
        FILE.set("# of another service\n" + asked.challenge() + "\r\n");
        assertThat(prove.prove(OWNER, BUND, "portal.example")).isInstanceOf(ProveDomain.Outcome.Proved.class);
        assertThat(proofs.proved(OFFICE.upwards(), NOW)).containsExactly("portal.example");
        assertThat(proofs.proved(OFFICE.upwards(), NOW.plus(Duration.ofDays(365))))
                .isEmpty();
        assertThat(proofs.find(BUND, "portal.example").orElseThrow().isValid(NOW))
                .isTrue();
        assertThat(AUDIT).extracting(AuditEvent::type).contains("domain.proved");
    }

    @Test
    void a_text_record_proves_a_host_and_not_for_the_unit_above() {
        FILE.set("");
        DomainProof asked = challenge.challenge(OWNER, OFFICE, "amt.example");
        dns.texts.put("_stadttor-challenge.amt.example", asked.challenge());
        ProveDomain.Outcome outcome = prove.prove(OWNER, OFFICE, "amt.example");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProveDomain.Outcome.Proved.class,
                        proved -> assertThat(proved.proof().proved()).isNotNull());
        assertThat(proofs.proved(BUND.upwards(), NOW)).doesNotContain("amt.example");
    }

    @Test
    void says_what_was_not_found_where() {
        challenge.challenge(OWNER, OFFICE, "nichts.example");
        FILE.set("");
        assertThat(prove.prove(OWNER, OFFICE, "nichts.example"))
                .isInstanceOfSatisfying(ProveDomain.Outcome.NotProved.class, missing -> {
                    assertThat(missing.file()).isEqualTo("unreachable");
                    assertThat(missing.dns()).isEqualTo("without_challenge");
                });
        FILE.set(DomainProof.PREFIX + "of-somebody-else");
        dns.texts.put("_stadttor-challenge.nichts.example", DomainProof.PREFIX + "wrong");
        assertThat(prove.prove(OWNER, OFFICE, "nichts.example"))
                .isInstanceOfSatisfying(
                        ProveDomain.Outcome.NotProved.class,
                        missing -> assertThat(missing.file()).isEqualTo("without_challenge"));
    }

    @Test
    void the_challenge_of_one_unit_proves_nothing_for_another() {
        DomainProof ofBund = challenge.challenge(OWNER, BUND, "geteilt.example");
        challenge.challenge(OWNER, OFFICE, "geteilt.example");
        FILE.set(ofBund.challenge());
        assertThat(prove.prove(OWNER, OFFICE, "geteilt.example")).isInstanceOf(ProveDomain.Outcome.NotProved.class);
    }

    @Test
    void asking_again_gives_the_same_challenge() {
        assertThat(challenge.challenge(OWNER, OFFICE, "zweimal.example"))
                .isEqualTo(challenge.challenge(OWNER, OFFICE, "zweimal.example"));
    }

    @Test
    void a_stranger_finds_nothing() {
        challenge.challenge(OWNER, OFFICE, "fremd.example");
        ActingPerson stranger = new ActingPerson("stranger", Scope.of("/at/"));
        assertReason(Reason.NOT_FOUND, () -> prove.prove(stranger, OFFICE, "fremd.example"));
        assertReason(Reason.NOT_FOUND, () -> challenge.challenge(stranger, OFFICE, "fremd.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "127.0.0.1", "[::1]", "A.example", "a.example.", "0x7f.1", "a_b.example"})
    void refuses_what_is_no_host_of_the_internet(String host) {
        assertReason(Reason.HOST_INVALID, () -> challenge.challenge(OWNER, OFFICE, host));
    }

    private static void assertReason(Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
