// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadttor.it.ServerJar.Program;

/**
 * The two jars as an operator runs them: the SQL of {@code docs/operations/database.md}, the settings and commands of
 * {@code deploy/}, and nothing of the test's class path. One node of the identity provider has TLS of its own, the other
 * stands behind a proxy.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionJarsTest {

    private static final int SIGTERM = 128 + 15;

    private Installation place;
    private HttpClient client;
    private ServerJar trustList;
    private ServerJar proxied;
    private ServerJar own;
    private TlsProxy proxy;
    private final int ownPort = Installation.freePort();
    private final int ownManagement = Installation.freePort();
    private final int ownStaff = Installation.freePort();
    private final int management = Installation.freePort();

    @BeforeAll
    void start() throws IOException {
        // Read once per JVM, by whichever test is first; World needs it too.
        for (Program program : Program.values()) {
            program.jar();
        }
        place = new Installation();
        client = place.client();
        proxy = new TlsProxy(place.proxyPort, place.nodePort, place.tls());
        trustList = ServerJar.start(Program.TRUST_LIST, place.folder);
        proxied = ServerJar.start(Program.IDP_SERVER, place.folder, "--management.server.port=" + management);
        own = ServerJar.start(
                Program.IDP_SERVER,
                place.folder,
                "STADTTOR_ISSUER=https://localhost:" + ownPort,
                "--server.port=" + ownPort,
                "--server.ssl.certificate=file:" + place.folder.resolve("tls.crt"),
                "--server.ssl.certificate-private-key=file:" + place.folder.resolve("tls.key"),
                "--management.server.port=" + ownManagement,
                "--stadttor.staff.port=" + ownStaff,
                "--stadttor.staff.public-address=https://localhost:" + ownStaff);
        awaitOk(trustList, trustListAddress("/actuator/health/readiness"));
        awaitOk(proxied, "http://127.0.0.1:" + management + "/actuator/health/readiness");
        awaitOk(own, "https://127.0.0.1:" + ownManagement + "/actuator/health/readiness");
    }

    @AfterAll
    void stop() {
        for (ServerJar server : new ServerJar[] {own, proxied, trustList}) {
            if (server != null) {
                server.close();
            }
        }
        if (proxy != null) {
            proxy.close();
        }
    }

    @Test
    @Order(1)
    void pulls_the_published_list_on_every_node() {
        awaitOk(trustList, trustListAddress("/actuator/health"));
        awaitOk(proxied, "http://127.0.0.1:" + management + "/actuator/health");
        awaitOk(own, "https://127.0.0.1:" + ownManagement + "/actuator/health");
    }

    @Test
    @Order(1)
    void answers_discovery_over_tls_of_its_own() {
        HttpResponse<String> response = get("https://localhost:" + ownPort + "/.well-known/openid-configuration");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"issuer\":\"https://localhost:" + ownPort + "\"");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    @Order(1)
    void answers_discovery_behind_a_proxy_that_ends_tls() {
        HttpResponse<String> response =
                get("https://localhost:" + place.proxyPort + "/.well-known/openid-configuration");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"issuer\":\"https://localhost:" + place.proxyPort + "\"");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    @Order(1)
    void ignores_forwarded_headers_of_anybody_but_the_proxy() {
        HttpResponse<String> response = send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + place.nodePort + "/.well-known/openid-configuration"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", TlsProxy.ADDRESS)
                .build());
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    @Order(1)
    void has_no_management_addresses_on_the_public_port() {
        assertThat(get("https://localhost:" + ownPort + "/actuator/health").statusCode())
                .isEqualTo(404);
        assertThat(get("https://localhost:" + place.proxyPort + "/actuator/prometheus")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(1)
    void serves_staff_pages_on_their_ports_only_and_over_tls_where_there_is_some() {
        for (String staff : List.of(
                "https://localhost:" + ownStaff,
                "http://127.0.0.1:" + place.nodeStaffPort,
                "https://localhost:" + place.trustListStaffPort)) {
            HttpResponse<String> page = get(staff + "/staff/sign-in");
            assertThat(page.statusCode()).as(staff).isEqualTo(200);
            assertThat(page.body()).contains("passkey-sign-in").doesNotContain("sandbox-sign-in");
            assertThat(get(staff + "/.well-known/openid-configuration").statusCode())
                    .isEqualTo(404);
            assertThat(get(staff + "/lists/pid-providers").statusCode()).isEqualTo(404);
            assertThat(get(staff + "/api/v1/services").statusCode()).isEqualTo(401);
        }
        assertThat(get("https://localhost:" + ownPort + "/staff/sign-in").statusCode())
                .isEqualTo(404);
        assertThat(get(trustListAddress("/staff/sign-in")).statusCode()).isEqualTo(404);
        assertThat(get("https://localhost:" + ownStaff + "/staff/sign-in")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource(
            delimiter = '|',
            value = {
                "stadttor_idp | SELECT 1 FROM trust.issuer",
                "stadttor_idp | SELECT 1 FROM trust.publication",
                "stadttor_idp | UPDATE audit.entry SET actor = 'nobody'",
                "stadttor_idp | DELETE FROM audit.entry",
                "stadttor_idp | CREATE TABLE idp.more (x int)",
                "stadttor_trust | SELECT 1 FROM idp.account",
                "stadttor_trust | SELECT 1 FROM idp.login_count",
                "stadttor_trust | SELECT 1 FROM wallet.presentation",
                "stadttor_trust | UPDATE audit.entry SET actor = 'nobody'",
                "stadttor_trust | UPDATE trust.publication SET sequence = 7",
            })
    void the_role_that_runs_is_denied(String role, String sql) throws SQLException {
        try (Connection connection = place.connect(role);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                    .extracting(SQLException::getSQLState, SQLException::getMessage)
                    .first()
                    .isEqualTo("42501");
        }
    }

    @Test
    @Order(1)
    void the_other_process_may_read_one_view() throws SQLException {
        try (Connection connection = place.connect("stadttor_trust");
                Statement statement = connection.createStatement()) {
            assertThat(statement
                            .executeQuery("SELECT relying_parties, logins FROM idp.issuer_usage")
                            .next())
                    .isFalse();
        }
    }

    @Test
    @Order(2)
    void refuses_wrong_settings_in_one_clear_sentence() {
        try (ServerJar unknown =
                        ServerJar.start(Program.TRUST_LIST, place.folder, "--stadttor.trust-list.sining.key=a-secret");
                ServerJar file =
                        ServerJar.start(Program.IDP_SERVER, place.folder, "STADTTOR_DATA_KEY=file:/nowhere/data.key")) {
            assertRefused(unknown, "unknown setting stadttor.trust-list.sining.key");
            assertRefused(file, "/nowhere/data.key");
        }
        try (ServerJar http =
                        ServerJar.start(Program.IDP_SERVER, place.folder, "--stadttor.issuer=http://login.example.de");
                ServerJar sandbox = ServerJar.start(
                        Program.IDP_SERVER,
                        place.folder,
                        "--stadttor.issuer=http://login.example.de",
                        "--stadttor.sandbox-mode=true")) {
            assertRefused(http, "stadttor.issuer must be an https address");
            assertRefused(sandbox, "stadttor.issuer must be an https address");
        }
    }

    @Test
    @Order(3)
    void answers_who_is_waiting_before_it_stops() {
        String list = trustListAddress("/lists/pid-providers");
        String tag = get(list).headers().firstValue("ETag").orElseThrow();
        CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                HttpRequest.newBuilder(URI.create(list))
                        .header("If-None-Match", tag)
                        .header("Prefer", "wait=50")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).until(() -> !waiting.isDone());
        for (ServerJar server : new ServerJar[] {trustList, proxied, own}) {
            server.terminate();
        }
        assertThat(waiting.join().statusCode()).isEqualTo(304);
        for (ServerJar server : new ServerJar[] {trustList, proxied, own}) {
            assertThat(server.exitCode()).isEqualTo(SIGTERM);
            assertThat(server.output())
                    .contains("Graceful shutdown complete")
                    .doesNotContain(" ERROR ")
                    .doesNotContain("password of");
        }
    }

    @Test
    @Order(4)
    void checks_the_audit_trail_by_a_command() {
        try (ServerJar command = ServerJar.start(Program.TRUST_LIST, place.folder, "audit-verify")) {
            assertThat(command.exitCode()).isZero();
            assertThat(command.output()).matches("audit trail intact: [1-9][0-9]* entries, last hash [0-9a-f]{64}\n");
        }
    }

    private static void assertRefused(ServerJar server, String sentence) {
        assertThat(server.exitCode()).isEqualTo(1);
        assertThat(server.output())
                .contains("APPLICATION FAILED TO START")
                .contains(sentence)
                .doesNotContain("\tat ", "a-secret");
    }

    private void awaitOk(ServerJar server, String address) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(e -> server.isRunning())
                .conditionEvaluationListener(condition -> {
                    if (!server.isRunning()) {
                        throw new IllegalStateException("it ended:\n" + server.output());
                    }
                })
                .untilAsserted(
                        () -> assertThat(get(address).statusCode()).as(address).isEqualTo(200));
    }

    private String trustListAddress(String path) {
        return "https://localhost:" + place.trustListPort + path;
    }

    private HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
