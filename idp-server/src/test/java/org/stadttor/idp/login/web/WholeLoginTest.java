// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.TestBrowser;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.testing.TestDatabase;

/** The login pages between the real authorization endpoint and the real wallet bridge; two nodes take turns. */
class WholeLoginTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static TestIdp one;
    private static TestIdp other;
    private static TestRelyingParty portal;
    private String cookie;
    private String login;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.create();
        String[] wallet = {
            "--stadttor.login.wallets[0].id=test",
            "--stadttor.login.wallets[0].names.de=Test-Wallet",
            "--stadttor.login.wallets[0].engagement=openid4vp://",
            "--stadttor.login.qr.rotate-after=1ms"
        };
        one = TestIdp.start(database, wallet);
        other = TestIdp.start(database, wallet);
        portal = TestRelyingParty.register(one, "portal");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void begin() {
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(one, "portal", portal.pushed(one, portal.request()));
        cookie = "stadttor=" + browser.binding().cookieValue();
        login = "request=" + handle;
    }

    @Test
    void asks_the_wallet_by_a_signed_request() throws Exception {
        Map<String, String> link = walletLink(get(one, "/login?" + login));

        assertThat(link).containsOnlyKeys("client_id", "request_uri", "request_uri_method");
        SignedJWT request = requestObject(other, link);
        assertThat(request.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo(link.get("client_id"));
        assertThat(get(other, "/login?" + login).body()).contains("Ihre Wallet hat die Anfrage geöffnet");
        assertThat(walletLink(get(other, "/login?" + login))).isEqualTo(link);
    }

    @Test
    void tells_the_citizen_that_the_wallet_declined_and_the_portal_afterwards() throws Exception {
        SignedJWT request = requestObject(other, walletLink(get(one, "/login?" + login)));
        assertThat(decline(one, request).statusCode()).isEqualTo(200);

        HttpResponse<String> led = get(other, "/login?" + login);
        assertThat(led.statusCode()).isEqualTo(303);
        HttpResponse<String> page = get(one, path(led));

        assertThat(page.body()).contains("Ihre Wallet hat keine Angaben freigegeben", "id=\"support-code\"");
        assertThat(get(other, path(led)).body()).contains("Ihre Wallet hat keine Angaben freigegeben");

        String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> back = post(other, "/login/cancel", login + "&_csrf=" + TestRelyingParty.encode(token));
        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address)
                        .startsWith(TestRelyingParty.REDIRECT_URI)
                        .contains("error=access_denied", "state=", "iss="));
        assertThat(get(one, "/login?" + login).statusCode()).isEqualTo(410);
    }

    @Test
    void lets_the_citizen_try_again_after_declining() throws Exception {
        Map<String, String> first = walletLink(get(one, "/login?" + login));
        decline(other, requestObject(one, first));
        get(one, "/login/result?" + login + "&flow=same_device");

        Map<String, String> second = walletLink(get(other, "/login?" + login));

        assertThat(second.get("request_uri")).isNotEqualTo(first.get("request_uri"));
        assertThat(requestObject(one, second)).isNotNull();
    }

    @Test
    void renews_the_code_for_another_device_until_it_is_opened() throws Exception {
        Map<String, String> first = engagementLink(get(one, "/login/other-device?" + login));
        Map<String, String> second = engagementLink(get(other, "/login/other-device?" + login));
        assertThat(second.get("request_uri")).isNotEqualTo(first.get("request_uri"));
        assertThat(second.get("client_id")).isEqualTo(first.get("client_id"));

        // The code before the last one stays valid for a short overlap: it may just have been scanned.
        requestObject(one, first);

        assertThat(get(other, "/login/other-device?" + login).body())
                .contains("Eine Wallet hat die Anfrage geöffnet")
                .doesNotContain("src=\"data:image");
    }

    @Test
    void gives_more_time() throws Exception {
        HttpResponse<String> page = get(one, "/login?" + login);
        String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        HttpResponse<String> answer =
                post(other, "/login/more-time", login + "&flow=same_device&_csrf=" + TestRelyingParty.encode(token));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(path(answer)).isEqualTo("/login?" + login);
    }

    @Test
    void shows_a_page_for_a_request_that_must_not_be_answered() throws Exception {
        HttpResponse<String> page = get(one, "/oauth2/authorize?client_id=portal&request_uri=urn:nothing");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Diese Anmeldung kann nicht beginnen", "id=\"error-code\"");
    }

    private HttpResponse<String> get(TestIdp node, String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(node.uri(path))
                        .header("Cookie", cookie)
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(TestIdp node, String path, String form) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(node.uri(path))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> decline(TestIdp node, SignedJWT request) throws Exception {
        String state = request.getJWTClaimsSet().getStringClaim("state");
        URI address = URI.create(request.getJWTClaimsSet().getStringClaim("response_uri"));
        return CLIENT.send(
                HttpRequest.newBuilder(node.uri(address.getRawPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("error=access_denied&state=" + state))
                        .build(),
                BodyHandlers.ofString());
    }

    private static SignedJWT requestObject(TestIdp node, Map<String, String> link) throws Exception {
        URI address = URI.create(link.get("request_uri"));
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(node.uri(address.getRawPath())).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return SignedJWT.parse(answer.body());
    }

    private static Map<String, String> walletLink(HttpResponse<String> page) {
        return link(page, "wallet-test");
    }

    private static Map<String, String> engagementLink(HttpResponse<String> page) {
        return link(page, "engagement-link");
    }

    private static Map<String, String> link(HttpResponse<String> page, String id) {
        String href = page.body().replaceAll("(?s).*id=\"" + id + "\"[^>]* href=\"([^\"]+)\".*", "$1");
        return TestRelyingParty.query(href.replace("&amp;", "&").replace("openid4vp://?", "openid4vp://x?"));
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://localhost:[0-9]+", "");
    }
}
