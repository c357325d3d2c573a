// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.sandbox.EcosystemSettings;
import org.stadttor.sandbox.PageAssert;
import org.stadttor.sandbox.SandboxEcosystem;
import org.stadttor.sandbox.wallet.TestVerifier;

/** Drives the pages as simple software does: links and forms, no script. */
class WalletPagesTest {

    @TempDir
    private static Path folder;

    private SandboxEcosystem ecosystem;
    private TestVerifier verifier;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    @BeforeEach
    void start() throws Exception {
        verifier = new TestVerifier();
        ecosystem = SandboxEcosystem.start(EcosystemSettings.local(0, folder, null));
        ecosystem.acceptAccessAuthority(verifier.root());
    }

    @AfterEach
    void stop() {
        ecosystem.close();
        verifier.close();
    }

    @Test
    void same_device_shares_and_returns_to_the_login() throws Exception {
        HttpResponse<String> request =
                get(ecosystem.walletEngagement() + "?" + verifier.link("post").split("\\?")[1]);
        assertThat(request.body())
                .contains("id=\"requester-name\"", "Musterstadt", "Familienname", "id=\"person-erika\"")
                .doesNotContain("??");
        HttpResponse<String> consent = get(request.uri() + "?person=erika");
        assertThat(consent.body())
                .contains("MUSTERMANN", "id=\"misbehaviour\"", "id=\"wallet-share\"")
                .doesNotContain("??", "GABLER");
        HttpResponse<String> result = post(request.uri() + "/share", csrf(consent) + "&person=erika&misbehaviour=none");
        assertThat(result.body())
                .contains(
                        "http-equiv=\"refresh\"",
                        "0;url=https://portal.example/return?response_code=1",
                        "id=\"wallet-continue\"");
        assertThat(verifier.presentation(0)).isNotEmpty();
    }

    @Test
    void other_device_says_that_it_is_done_and_goes_nowhere() throws Exception {
        HttpResponse<String> home = get(ecosystem.address() + "/wallet");
        HttpResponse<String> request = post(
                ecosystem.address() + "/wallet/scan",
                csrf(home) + "&engagement="
                        + URLEncoder.encode(" " + verifier.link("get") + "\n", StandardCharsets.UTF_8));
        HttpResponse<String> consent = get(request.uri() + "?person=erika&misbehaviour=revoked");
        assertThat(consent.body()).contains("value=\"revoked\" selected");
        HttpResponse<String> result = post(request.uri() + "/share", csrf(consent) + "&person=erika");
        assertThat(result.body()).contains("angenommen").doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void misbehaviour_shows_the_answer_of_the_verifier() throws Exception {
        HttpResponse<String> consent = get(ecosystem.walletEngagement() + "?"
                + verifier.link("get").split("\\?")[1] + "&person=joerg&misbehaviour=wrong_nonce");
        verifier.answerWith(400, "{\"error\":\"invalid_request\"}");
        String page = consent.uri().toString().replaceAll("\\?.*", "");
        HttpResponse<String> result = post(page + "/share", csrf(consent) + "&person=joerg&misbehaviour=wrong_nonce");
        assertThat(result.body())
                .contains("nicht angenommen", "id=\"verifier-status\">400<", "invalid_request")
                .doesNotContain("http-equiv=\"refresh\"", "??");
    }

    @Test
    void refusing_tells_the_verifier() throws Exception {
        HttpResponse<String> request =
                get(ecosystem.walletEngagement() + "?" + verifier.link("get").split("\\?")[1]);
        HttpResponse<String> result = post(request.uri() + "/refuse", csrf(request));
        assertThat(result.body()).contains("Sie haben abgelehnt");
        assertThat(verifier.decrypted(0)).containsEntry("error", "access_denied");
    }

    @Test
    void rejects_requester_whom_nobody_confirms() throws Exception {
        try (TestVerifier stranger = new TestVerifier()) {
            HttpResponse<String> page = get(
                    ecosystem.walletEngagement() + "?" + stranger.link("get").split("\\?")[1]);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("request_chain_untrusted").doesNotContain("??");
        }
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher matcher = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return "_csrf=" + URLEncoder.encode(matcher.group(1), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String uri) throws Exception {
        HttpResponse<String> page =
                browser.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
        PageAssert.assertSound(page);
        return page;
    }

    private HttpResponse<String> post(String uri, String form) throws Exception {
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        PageAssert.assertSound(page);
        return page;
    }
}
