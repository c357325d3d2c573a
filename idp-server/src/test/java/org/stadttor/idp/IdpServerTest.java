// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;

class IdpServerTest {

    private static TestDatabase database;
    private static TestIdp idp;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        idp = TestIdp.start(database);
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void answers_unknown_addresses_with_not_found() throws Exception {
        HttpResponse<String> nothing = get(idp.uri("/nothing"));
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("id=\"error-text\"");
        assertThat(get(idp.uri("/actuator/health")).statusCode()).isEqualTo(404);
        assertThat(get(idp.uri("/wrp")).statusCode())
                .as("no register without a registrar")
                .isEqualTo(404);
    }

    @Test
    void shows_health_on_the_management_port() throws Exception {
        String health = "http://127.0.0.1:" + idp.managementPort() + "/actuator/health";
        assertThat(get(URI.create(health + "/liveness")).statusCode()).isEqualTo(200);
        assertThat(get(URI.create(health + "/readiness")).statusCode()).isEqualTo(200);
        // Nobody publishes a trust list here.
        HttpResponse<String> withoutList = get(URI.create(health));
        assertThat(withoutList.statusCode()).isEqualTo(503);
        assertThat(withoutList.body())
                .contains("\"db\":{\"status\":\"UP\"}", "\"trustList\":{\"status\":\"DOWN\"}")
                .doesNotContain("details", "localhost");
    }

    @Test
    void refuses_to_start_with_an_unknown_setting() {
        assertThatThrownBy(() -> TestIdp.start(database, "--stadttor.no-such-setting=1"))
                .hasStackTraceContaining("no-such-setting");
    }

    @Test
    void refuses_to_start_with_an_http_issuer_outside_the_sandbox() {
        assertThatThrownBy(() -> TestIdp.start(database, "--stadttor.sandbox-mode=false"))
                .hasStackTraceContaining("stadttor.issuer must be an https address");
        assertThatThrownBy(() -> TestIdp.start(database, "--stadttor.issuer=http://idp.example"))
                .hasStackTraceContaining("stadttor.issuer must be an https address");
    }

    @Test
    void names_the_setting_that_is_missing_or_wrong() {
        assertThatThrownBy(() -> TestIdp.start(database, "--stadttor.data-key="))
                .hasStackTraceContaining("stadttor.data-key");
        assertThatThrownBy(() -> TestIdp.start(database, "--stadttor.matching-key=file:/nowhere/matching.key"))
                .hasStackTraceContaining("/nowhere/matching.key");
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Accept", "text/html,*/*")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
