// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.sandbox.EcosystemSettings;
import org.stadttor.sandbox.PageAssert;
import org.stadttor.sandbox.SandboxEcosystem;

class PortalLoginTest {

    @TempDir
    private static Path folder;

    private static SandboxEcosystem ecosystem;
    private static TestIdentityProvider provider;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    @BeforeAll
    static void start() throws Exception {
        ecosystem = SandboxEcosystem.start(EcosystemSettings.local(0, folder, null));
        provider = new TestIdentityProvider();
        ecosystem.useIssuer(provider.issuer());
    }

    @AfterAll
    static void stop() {
        ecosystem.close();
        provider.close();
    }

    @BeforeEach
    void reset() {
        provider.error = "";
        provider.issuerInResponse = provider.issuer().toString();
    }

    @Test
    void login_shows_what_was_received() throws Exception {
        HttpResponse<String> page = login();
        PageAssert.assertSound(page);
        assertThat(page.uri().getPath()).isEqualTo("/portal/permit");
        assertThat(page.body())
                .contains("Guten Tag, ERIKA", "HEIDESTRAẞE 17, 51147 KÖLN", "pairwise-1", "id=\"claim-birthdate\"")
                .doesNotContain("??");
    }

    @Test
    void pushes_the_request_with_pkce_and_a_signed_assertion_for_the_issuer() throws Exception {
        login();
        assertThat(provider.pushed)
                .containsEntry("client_id", "musterstadt")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile address identity")
                .containsEntry("ui_locales", "de")
                .containsKeys("nonce", "state");
        SignedJWT pushed = SignedJWT.parse(provider.pushed.get("client_assertion"));
        SignedJWT redeemed = SignedJWT.parse(provider.tokenRequest.get("client_assertion"));
        for (SignedJWT assertion : List.of(pushed, redeemed)) {
            assertThat(assertion.getJWTClaimsSet().getAudience())
                    .containsExactly(provider.issuer().toString());
            assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("musterstadt");
            assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
            assertThat(ecosystem.portal().jwks()).contains(assertion.getHeader().getKeyID());
        }
        assertThat(pushed.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(redeemed.getJWTClaimsSet().getJWTID());
    }

    @Test
    void cancelled_login_shows_a_way_forward() throws Exception {
        provider.error = "access_denied";
        HttpResponse<String> page = login();
        assertThat(page.uri().toString()).endsWith("/portal/error?reason=access_denied");
        assertThat(page.body()).contains("id=\"portal-retry\"", "abgebrochen");
    }

    @Test
    void rejects_answer_of_another_issuer() throws Exception {
        provider.issuerInResponse = "https://evil.example";
        assertThat(login().uri().toString()).endsWith("reason=issuer_mismatch");
    }

    @Test
    void logout_forgets_everything() throws Exception {
        HttpResponse<String> page = login();
        String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> after = browser.send(
                HttpRequest.newBuilder(URI.create(ecosystem.address() + "/portal/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token))
                        .build(),
                BodyHandlers.ofString());
        assertThat(after.body()).contains("id=\"portal-logged-out\"");
        assertThat(get("/portal/permit").uri().getPath()).isEqualTo("/portal");
    }

    private HttpResponse<String> login() throws Exception {
        return get("/portal/login/stadttor");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(ecosystem.address() + path)).build(), BodyHandlers.ofString());
    }
}
