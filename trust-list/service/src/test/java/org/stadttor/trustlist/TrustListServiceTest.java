// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.ChainState;
import org.stadttor.audit.VerifyAuditChain;
import org.stadttor.audit.jdbc.JdbcAuditTrail;
import org.stadttor.settings.Secret;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.trustlist.evaluation.TrustDecision;
import org.stadttor.trustlist.evaluation.TrustEvaluator;
import org.stadttor.trustlist.issuer.Alerts;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.KeepDeadlines;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.SignedList;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.operations.TrustListSchemas;
import org.stadttor.trustlist.operations.TrustListSettings;
import org.stadttor.trustlist.publication.PublicationFeed;

/** The service as a whole: two nodes on one database, real HTTP. */
class TrustListServiceTest {

    private static final TestKey SIGNER = TestKey.create("Signer");
    private static TestService.Roles roles;
    private static MutableClock clock;
    private static TestService first;
    private static TestService second;

    @BeforeAll
    static void start() {
        roles = TestService.Roles.create();
        clock = new MutableClock(TestKey.NOW);
        first = TestService.start(roles, SIGNER, clock);
        second = TestService.start(roles, SIGNER, clock);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    private static List<String> names(SignedList list) {
        return list.list().entities().stream().map(TrustedEntity::name).toList();
    }

    @Test
    void publishes_a_signed_list_from_the_start() throws Exception {
        HttpResponse<String> response = first.get("/lists/pid-providers");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/jose");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        ListOfTrustedEntities list = first.list(SIGNER).list().requireType(ListOfTrustedEntities.PID_PROVIDERS);
        assertThat(list.operatorName()).isEqualTo("Musterstadt");
        assertThat(list.nextUpdate()).isEqualTo(list.issuedAt().plus(Duration.ofDays(7)));
        assertThat(list.scheme().pointers()).singleElement().satisfies(self -> {
            assertThat(self.location()).isEqualTo("https://trust.example.org/lists/pid-providers");
            assertThat(self.signers()).containsExactly(SIGNER.certificate());
        });
    }

    @Test
    void an_approved_issuer_is_on_the_list_and_a_suspended_one_is_not() throws Exception {
        TestKey ca = TestKey.create("Listed");
        IssuerId id = first.approved(ca.issuer("Listed"));
        SignedList before = second.list(SIGNER);
        assertThat(names(before)).contains("Listed");
        assertThat(decide(before.list(), ca)).isNotEqualTo(notListed());
        first.suspend(id);
        SignedList after = second.list(SIGNER);
        assertThat(names(after)).doesNotContain("Listed");
        assertThat(after.list().sequenceNumber()).isGreaterThan(before.list().sequenceNumber());
    }

    /** A CA itself is no leaf; what matters here is whether its key is an anchor. */
    private static TrustDecision decide(ListOfTrustedEntities list, TestKey ca) {
        return TrustEvaluator.evaluate(
                list, new CertificateChain(List.of(ca.certificate())), ServiceType.PID_ISSUANCE, clock.instant());
    }

    private static TrustDecision notListed() {
        return new TrustDecision.Untrusted(TrustDecision.Reason.NOT_LISTED);
    }

    @Test
    void answers_not_modified_to_the_known_entity_tag() throws Exception {
        HttpResponse<String> response = first.get("/lists/pid-providers");
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        for (String value : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            HttpResponse<String> again = first.get("/lists/pid-providers", "If-None-Match", value);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        }
        assertThat(first.get("/lists/pid-providers", "If-None-Match", "\"x\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_waiting_request_on_another_node_wakes_within_a_second_of_the_suspension() throws Exception {
        IssuerId id = first.approved(TestKey.create("Waited").issuer("Waited"));
        String tag =
                second.get("/lists/pid-providers").headers().firstValue("ETag").orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                    HttpRequest.newBuilder(second.uri("/lists/pid-providers"))
                            .header("If-None-Match", tag)
                            .header("Prefer", "respond-async, wait=30")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            await().until(() -> second.bean(PublicationFeed.class).waiting() > 0);
            long start = System.nanoTime();
            first.suspend(id);
            HttpResponse<String> woken = waiting.get(5, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(woken.statusCode()).isEqualTo(200);
            assertThat(woken.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
            assertThat(woken.headers().firstValue("Preference-Applied")).hasValue("wait=30");
        }
    }

    @Test
    void a_waiting_request_ends_with_not_modified() throws Exception {
        String tag =
                first.get("/lists/pid-providers").headers().firstValue("ETag").orElseThrow();
        long start = System.nanoTime();
        HttpResponse<String> response = first.get("/lists/pid-providers", "If-None-Match", tag, "Prefer", "wait=1");
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }

    @Test
    void a_request_that_does_not_know_the_list_never_waits() throws Exception {
        assertThat(first.get("/lists/pid-providers", "Prefer", "wait=60").statusCode())
                .isEqualTo(200);
    }

    @Test
    void each_issue_stays_readable_for_ever_under_its_number() throws Exception {
        SignedList latest = first.list(SIGNER);
        first.approved(TestKey.create("Later").issuer("Later"));
        HttpResponse<String> issue =
                second.get("/lists/pid-providers/" + latest.list().sequenceNumber());
        assertThat(issue.statusCode()).isEqualTo(200);
        assertThat(issue.body()).isEqualTo(latest.compactJws());
        assertThat(issue.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable", "max-age=31536000");
        assertThat(issue.headers().firstValue("Content-Type")).hasValue("application/jose");
        String tag = issue.headers().firstValue("ETag").orElseThrow();
        assertThat(second.get("/lists/pid-providers/" + latest.list().sequenceNumber(), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lists",
                "/lists/wallet-provider",
                "/lists/unknown/1",
                "/lists/pid-providers/0",
                "/lists/pid-providers/01",
                "/lists/pid-providers/999999",
                "/lists/pid-providers/latest",
                "/lists/pid-providers/1/x",
                "/actuator",
                "/actuator/env",
                "/error/x",
                "/lists/pid-providers/99999999999999999999"
            })
    void everything_else_does_not_exist(String path) throws Exception {
        assertThat(first.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void nothing_can_be_changed_over_http(String method) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(first.uri("/lists/pid-providers"))
                            .method(method, HttpRequest.BodyPublishers.ofString("x"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void shows_health_without_details() throws Exception {
        HttpResponse<String> health = first.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("sequence");
    }

    @Test
    void two_nodes_that_publish_at_once_use_each_number_once_and_leave_none_out() throws Exception {
        List<CompletableFuture<IssuerId>> approvals = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            TestService node = i % 2 == 0 ? first : second;
            String name = "Parallel" + i;
            approvals.add(CompletableFuture.supplyAsync(
                    () -> node.approved(TestKey.create(name).issuer(name))));
        }
        for (CompletableFuture<IssuerId> approval : approvals) {
            approval.get(30, TimeUnit.SECONDS);
        }
        long latest = first.list(SIGNER).list().sequenceNumber();
        assertThat(names(second.list(SIGNER))).contains("Parallel0", "Parallel11");
        List<Long> numbers = first.bean(JdbcTemplate.class)
                .queryForList(
                        "SELECT sequence FROM trust.publication WHERE purpose = 'pid' ORDER BY sequence", Long.class);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, latest).boxed().toList());
    }

    @Test
    void a_suspension_nobody_confirms_ends_once_however_many_nodes_look() throws Exception {
        IssuerId id = first.approved(TestKey.create("Returns").issuer("Returns"));
        first.suspend(id);
        assertThat(names(second.list(SIGNER))).doesNotContain("Returns");
        clock.advance(SuspendIssuer.TIME_TO_CONFIRM);
        List<CompletableFuture<Void>> ticks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TestService node = i % 2 == 0 ? first : second;
            ticks.add(CompletableFuture.runAsync(
                    () -> node.bean(KeepDeadlines.class).tick()));
        }
        for (CompletableFuture<Void> tick : ticks) {
            tick.get(30, TimeUnit.SECONDS);
        }
        assertThat(names(second.list(SIGNER))).contains("Returns");
        assertThat(second.bean(Alerts.class).open())
                .filteredOn(alert -> alert.issuer().equals(id))
                .hasSize(1);
        assertThat(new JdbcAuditTrail(first.bean(JdbcTemplate.class)).after(0, 100_000))
                .filteredOn(e -> e.subject().equals(id.toString()))
                .extracting(AuditEntry::type)
                .containsExactly(
                        "issuer.proposed", "issuer.approved", "issuer.suspended", "issuer.returned_unconfirmed");
    }

    @Test
    void every_change_is_in_the_audit_trail() {
        IssuerId id = first.approved(TestKey.create("Audited").issuer("Audited"));
        first.suspend(id);
        JdbcAuditTrail trail = new JdbcAuditTrail(first.bean(JdbcTemplate.class));
        List<AuditEntry> entries = trail.after(0, 100_000).stream()
                .filter(e -> e.subject().equals(id.toString()))
                .toList();
        assertThat(entries)
                .extracting(AuditEntry::type)
                .containsExactly("issuer.proposed", "issuer.approved", "issuer.suspended");
        assertThat(entries).extracting(AuditEntry::actor).containsExactly("anna", "bernd", "anna");
        assertThat(entries.getFirst().details()).contains("certificate_1", "test agreement");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.details())
                        .contains(
                                "\"certificates\":\"1\"", "\"country\":\"DE\"", "\"status_policy\":\"status_required\"")
                        .containsPattern("\"services_sha256\":\"[0-9a-f]{64}\""));
        assertThat(first.bean(VerifyAuditChain.class).verify()).isInstanceOf(ChainState.Intact.class);
    }

    @ParameterizedTest
    @CsvSource({
        "--stadttor.trust-list.no-such-setting=1, no-such-setting",
        "--stadttor.trust-list.publication.validity=365d, validity must be",
        "--stadttor.trust-list.publication.resign-margin=8d, re-sign margin",
        "--stadttor.trust-list.operator.name=, operator needs a name",
        "--stadttor.trust-list.public-address=https://trust.example.org/, public-address",
        "--stadttor.trust-list.signing.key=x, signing.key must be a PKCS #8 key"
    })
    void refuses_to_start_with_a_wrong_setting(String setting, String message) {
        assertThatThrownBy(() -> TestService.start(roles, SIGNER, clock, setting))
                .hasStackTraceContaining(message);
    }

    /** Not by starting the applications: Spring's logging cannot be set up twice at once in one JVM. */
    @Test
    void a_fresh_database_is_migrated_by_several_nodes_at_once() throws Exception {
        TestService.Roles fresh = TestService.Roles.create();
        fresh.execute("DROP SCHEMA trust CASCADE");
        TrustListSettings.Database settings = new TrustListSettings.Database(
                fresh.database().url(),
                fresh.runtimeRole(),
                Secret.of("secret"),
                1,
                true,
                fresh.database().user(),
                Secret.of(fresh.database().password()));
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(CompletableFuture.runAsync(() -> new TrustListSchemas(settings)));
        }
        for (CompletableFuture<Void> node : nodes) {
            node.get(60, TimeUnit.SECONDS);
        }
        try (TestService service = TestService.start(fresh, SIGNER, clock)) {
            assertThat(service.list(SIGNER).list().sequenceNumber()).isEqualTo(1);
        }
    }

    @Test
    void runs_without_the_owner_where_another_node_has_migrated() throws Exception {
        try (TestService third = TestService.start(
                roles,
                SIGNER,
                clock,
                "--stadttor.trust-list.database.migrate=false",
                "--stadttor.trust-list.database.migration-user=" + roles.runtimeRole())) {
            assertThat(third.list(SIGNER).compactJws())
                    .isEqualTo(first.list(SIGNER).compactJws());
        }
    }

    @Test
    void answers_waiting_requests_when_the_node_stops() throws Exception {
        TestService third = TestService.start(roles, SIGNER, clock);
        String tag =
                third.get("/lists/pid-providers").headers().firstValue("ETag").orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                    HttpRequest.newBuilder(third.uri("/lists/pid-providers"))
                            .header("If-None-Match", tag)
                            .header("Prefer", "wait=60")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            await().until(() -> third.bean(PublicationFeed.class).waiting() == 1);
            third.close();
            assertThat(waiting.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void serves_tls_of_its_own() throws Exception {
        try (TestService secure = TestService.start(
                roles,
                SIGNER,
                clock,
                "--spring.ssl.bundle.pem.web.keystore.private-key=" + SIGNER.keyPem(),
                "--spring.ssl.bundle.pem.web.keystore.certificate=" + SIGNER.certificatePem(),
                "--server.ssl.bundle=web")) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("signer", SIGNER.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            URI plain = secure.uri("/lists/pid-providers");
            try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", plain.getPort())) {
                socket.getOutputStream()
                        .write("GET /lists/pid-providers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 200")
                        .contains("application/jose");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public-address",
                "database.url",
                "database.password",
                "signing.key",
                "signing.certificate",
                "operator.street",
                "operator.information-uris"
            })
    void names_the_required_setting_that_is_missing(String name) {
        assertThatThrownBy(() -> TestService.start(roles, SIGNER, clock, "--stadttor.trust-list." + name + "=@missing"))
                .hasStackTraceContaining("stadttor.trust-list." + name + " is required");
    }

    @Test
    void refuses_to_start_with_a_key_of_another_certificate() {
        assertThatThrownBy(() -> TestService.start(
                        roles,
                        SIGNER,
                        clock,
                        "--stadttor.trust-list.signing.key="
                                + TestKey.create("Other").keyPem()))
                .hasStackTraceContaining("do not belong together");
    }

    @Test
    void refuses_to_start_with_an_expired_signing_certificate() {
        TestKey expired = TestKey.create("Expired", Instant.parse("2026-01-01T00:00:00Z"));
        assertThatThrownBy(() -> TestService.start(TestService.Roles.create(), expired, clock))
                .hasStackTraceContaining("has expired");
    }
}
