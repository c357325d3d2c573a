// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxEcosystemTest {

    @TempDir
    private static Path folder;

    private static SandboxEcosystem ecosystem;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        ecosystem = SandboxEcosystem.start(EcosystemSettings.local(0, folder, URI.create("http://localhost:1")));
    }

    @AfterAll
    static void stop() {
        ecosystem.close();
    }

    @Test
    void pages_are_marked_as_a_sandbox_and_closed_by_policy() throws Exception {
        for (String path : new String[] {"/portal", "/wallet", "/pid-provider", "/portal/error?reason=access_denied"}) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("Sandbox zum Ausprobieren");
            PageAssert.assertSound(page);
        }
    }

    @Test
    void pages_speak_english_too() throws Exception {
        assertThat(get("/portal?lang=en").body()).contains("Apply for a resident parking permit");
    }

    @Test
    void status_list_is_served_as_such() throws Exception {
        HttpResponse<String> list = get("/pid-provider/de/status-lists/current");
        assertThat(list.headers().firstValue("Content-Type")).contains("application/statuslist+jwt");
        assertThat(list.body().split("\\.")).hasSize(3);
        assertThat(get("/pid-provider/de/status-lists/unavailable").statusCode())
                .isEqualTo(503);
        assertThat(get("/pid-provider/de/status-lists/other").statusCode()).isEqualTo(404);
    }

    @Test
    void wallets_of_others_get_a_credential() throws Exception {
        String body =
                "{\"person\":\"erika\",\"jwk\":" + ecosystem.portal().jwks().replaceAll(".*\\[(.*)].*", "$1") + "}";
        HttpResponse<String> answer = post("/pid-provider/de/credentials", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/dc+sd-jwt");
        assertThat(answer.body()).endsWith("~");
        assertThat(post("/pid-provider/de/credentials", "{}").statusCode()).isEqualTo(404);
        assertThat(post("/pid-provider/de/credentials", "{\"person\":\"erika\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/pid-provider/eu/credentials", body).statusCode()).isEqualTo(400);
    }

    @Test
    void portal_says_so_when_the_identity_provider_is_not_there() throws Exception {
        HttpResponse<String> answer = get("/portal/login/stadttor");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/portal/error?reason=provider_unavailable");
    }

    @Test
    void portal_takes_no_answer_without_the_right_issuer() throws Exception {
        HttpResponse<String> answer = get("/portal/callback?code=1&state=2&iss=https%3A%2F%2Fother.example");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/portal/error?reason=issuer_mismatch");
    }

    @Test
    void portal_publishes_only_the_public_half_of_its_key() throws Exception {
        assertThat(get("/portal/jwks").body()).contains("\"P-256\"", "\"kid\"").doesNotContain("\"d\"");
    }

    @Test
    void wallet_explains_broken_links() throws Exception {
        HttpResponse<String> page = get("/wallet/open?client_id=x");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("link_request_uri_missing");
    }

    @Test
    void changing_a_status_needs_a_form_of_the_page() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/pid-provider/people/erika/status?status=invalid"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void keeps_its_keys_over_a_restart() {
        try (SandboxEcosystem again =
                SandboxEcosystem.start(EcosystemSettings.local(0, folder, URI.create("http://localhost:1")))) {
            assertThat(again.portal().jwks()).isEqualTo(ecosystem.portal().jwks());
            assertThat(again.pidProviders().all().getFirst().authority())
                    .isEqualTo(ecosystem.pidProviders().all().getFirst().authority());
            assertThat(again.address()).isNotEqualTo(ecosystem.address());
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create(ecosystem.address() + path);
    }
}
