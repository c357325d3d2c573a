// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizationGoneException;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import org.stadttor.idp.relyingparty.SuspendRelyingParty;
import org.stadttor.testing.TestDatabase;

/** What a hostile relying party, browser or network can try at the end points, beside wrong parameters. */
class HostileRequestTest {

    private static TestIdp idp;
    private static TestRelyingParty portal;

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        portal = TestRelyingParty.register(idp, "portal");
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    /** The registration of now counts until the last redirect. */
    @Nested
    class Registration {

        @Test
        void sends_nobody_to_a_suspended_party() {
            TestRelyingParty party = TestRelyingParty.register(idp, "suspended");
            TestBrowser browser = new TestBrowser();
            String handle = browser.handle(idp, "suspended", party.pushed(idp, party.request()));
            idp.bean(SuspendRelyingParty.class).suspend(new ClientId("suspended"), "test");
            assertGone(browser, handle);
        }

        @Test
        void sends_nobody_to_an_address_that_is_not_registered_any_more() {
            TestRelyingParty party = TestRelyingParty.register(idp, "moved");
            TestBrowser browser = new TestBrowser();
            String handle = browser.handle(idp, "moved", party.pushed(idp, party.request()));
            move(party);
            assertGone(browser, handle);
            assertThatThrownBy(() -> browser.succeed(idp, party, handle, TestBrowser.person("")))
                    .isInstanceOf(PendingAuthorizationGoneException.class);
        }

        @Test
        void opens_no_request_whose_address_is_not_registered_any_more() {
            TestRelyingParty party = TestRelyingParty.register(idp, "silent");
            Map<String, String> request = party.request();
            request.put("prompt", "none");
            String requestUri = party.pushed(idp, request);
            move(party);
            HttpResponse<String> response = new TestBrowser().open(idp, "silent", requestUri);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }

        private static void move(TestRelyingParty party) {
            String jwks = "\"jwks\":{\"keys\":[" + party.key().toPublicJWK().toJSONString() + "]}";
            idp.bean(RegisterRelyingParty.class)
                    .register(new RegisterRelyingParty.Command(
                            TestRelyingParty.document(
                                    party.clientId(), jwks, "transient", "https://new.example/callback", "family_name"),
                            "test"));
        }

        private static void assertGone(TestBrowser browser, String handle) {
            assertThatThrownBy(() ->
                            idp.bean(CompleteAuthorization.class).fail(handle, browser.binding(), "access_denied"))
                    .isInstanceOf(PendingAuthorizationGoneException.class);
        }
    }

    @Nested
    class Browser {

        @Test
        void takes_nothing_by_looking_ahead() {
            String requestUri = portal.pushed(idp, portal.request());
            for (HttpRequest.Builder early : List.of(
                    authorize(requestUri).method("HEAD", BodyPublishers.noBody()),
                    authorize(requestUri).header("Sec-Purpose", "prefetch;prerender"),
                    authorize(requestUri).header("Purpose", "prefetch"))) {
                HttpResponse<String> response = TestRelyingParty.send(early.build());
                assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(response.statusCode()).isEqualTo(503);
            }
            assertThat(new TestBrowser().open(idp, "portal", requestUri).statusCode())
                    .isEqualTo(303);
        }

        /** A cross-site post comes without the Lax cookie; it must not put a new one in its place. */
        @Test
        void keeps_its_cookie_through_a_posted_request() {
            String requestUri = portal.pushed(idp, portal.request());
            HttpResponse<String> posted = TestRelyingParty.postForm(
                    idp.uri("/oauth2/authorize"),
                    TestRelyingParty.form(Map.of("client_id", "portal", "request_uri", requestUri)));
            assertThat(posted.statusCode()).isEqualTo(303);
            assertThat(posted.headers().firstValue("Set-Cookie")).isEmpty();
            String location = posted.headers().firstValue("Location").orElseThrow();
            assertThat(location).startsWith(TestIdp.ISSUER + "/oauth2/authorize?");
            String query = location.substring(location.indexOf('?') + 1);
            assertThat(new TestBrowser()
                            .open(idp, query)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .startsWith(TestIdp.ISSUER + "/login?request=");
        }

        @Test
        void gets_the_error_page_with_the_policy_of_all_pages() {
            HttpResponse<String> page = new TestBrowser().open(idp, "client_id=portal");
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }

        @Test
        void goes_back_with_the_longest_state() {
            Map<String, String> request = portal.request();
            request.put("prompt", "none");
            request.put("state", "%".repeat(4096));
            HttpResponse<String> response = new TestBrowser().open(idp, "portal", portal.pushed(idp, request));
            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(response.headers().firstValue("Location").orElse("")).contains("%25".repeat(4096));
        }

        @Test
        void finds_no_cross_origin_answers() {
            for (String path : List.of("/oauth2/authorize", "/userinfo", "/oauth2/token")) {
                HttpResponse<String> response = TestRelyingParty.send(HttpRequest.newBuilder(idp.uri(path))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST")
                        .build());
                assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                        .isEmpty();
            }
        }

        private static HttpRequest.Builder authorize(String requestUri) {
            return HttpRequest.newBuilder(
                    idp.uri("/oauth2/authorize?client_id=portal&request_uri=" + TestRelyingParty.encode(requestUri)));
        }
    }

    @Nested
    class Http {

        @Test
        void refuses_other_methods() {
            for (String path : List.of("/oauth2/par", "/oauth2/token", "/oauth2/revoke")) {
                for (String method : List.of("GET", "PUT", "DELETE")) {
                    HttpResponse<String> response = TestRelyingParty.send(HttpRequest.newBuilder(idp.uri(path))
                            .method(method, BodyPublishers.noBody())
                            .build());
                    assertThat(response.statusCode()).as(method + " " + path).isEqualTo(405);
                    assertThat(response.headers().firstValue("Allow")).contains("POST");
                }
            }
        }

        @Test
        void gets_no_session() {
            for (String path :
                    List.of("/oauth2/jwks", "/oauth2/token", "/userinfo", "/oauth2/authorize", "/wallet/x")) {
                assertThat(TestRelyingParty.postForm(idp.uri(path), "a=b")
                                .headers()
                                .firstValue("Set-Cookie"))
                        .as(path)
                        .isEmpty();
            }
        }

        @Test
        void refuses_forms_that_are_not_url_encoded() {
            Map<String, String> all = new LinkedHashMap<>(portal.request());
            all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            all.put("client_assertion", portal.assertion(claims -> {}));
            String body = all.entrySet().stream()
                    .map(e -> "--b\r\nContent-Disposition: form-data; name=\"" + e.getKey() + "\"\r\n\r\n"
                            + e.getValue() + "\r\n")
                    .collect(Collectors.joining("", "", "--b--\r\n"));
            HttpResponse<String> response = TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/oauth2/par"))
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString(body))
                    .build());
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(TestRelyingParty.json(response).get("error").stringValue())
                    .isEqualTo("invalid_client");
        }

        @Test
        void refuses_forms_that_are_too_large() {
            HttpResponse<String> response = portal.post(idp, "/oauth2/par", Map.of("state", "x".repeat(200_000)));
            assertThat(response.statusCode()).isEqualTo(413);
        }

        @Test
        void names_the_error_of_a_failed_authentication() {
            HttpResponse<String> response =
                    TestRelyingParty.postForm(idp.uri("/oauth2/token"), "grant_type=authorization_code&code=x");
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(TestRelyingParty.json(response).get("error").stringValue())
                    .isEqualTo("invalid_client");
            assertThat(response.headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }
    }

    @Nested
    class Code {

        @Test
        void is_worth_nothing_without_its_verifier_or_address() {
            for (String missing : List.of("code_verifier", "redirect_uri")) {
                Map<String, String> request = redemption();
                request.remove(missing);
                assertError(portal.post(idp, "/oauth2/token", request), "invalid_grant");
            }
        }

        /** A verifier that can be guessed protects nothing (RFC 7636, 4.1). */
        @Test
        void is_not_redeemed_with_a_verifier_that_is_too_short() {
            Map<String, String> request = portal.request();
            request.put("code_challenge", TestRelyingParty.challenge("short"));
            TestBrowser browser = new TestBrowser();
            String handle = browser.handle(idp, "portal", portal.pushed(idp, request));
            String address =
                    browser.succeed(idp, portal, handle, TestBrowser.person("")).toString();
            String code = TestRelyingParty.query(address).get("code");
            assertError(portal.redeem(idp, code, Map.of("code_verifier", "short")), "invalid_grant");
        }

        @Test
        void is_not_redeemed_with_parameters_given_twice() {
            Map<String, String> request = redemption();
            request.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            for (String twice : List.of("code", "redirect_uri", "grant_type")) {
                String form = TestRelyingParty.form(request)
                        + "&client_assertion=" + portal.assertion(claims -> {})
                        + "&" + twice + "=" + TestRelyingParty.encode(request.get(twice));
                assertError(TestRelyingParty.postForm(idp.uri("/oauth2/token"), form), "invalid_request");
            }
        }

        @Test
        void gives_a_token_that_is_not_taken_in_two_places() {
            String token = TestRelyingParty.json(portal.post(idp, "/oauth2/token", redemption()))
                    .get("access_token")
                    .stringValue();
            HttpResponse<String> response =
                    TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/userinfo?access_token=" + token))
                            .header("Authorization", "Bearer " + token)
                            .build());
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("invalid_request");
        }

        private static Map<String, String> redemption() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("grant_type", "authorization_code");
            parameters.put("code", new TestBrowser().login(idp, portal, TestBrowser.person("")));
            parameters.put("redirect_uri", TestRelyingParty.REDIRECT_URI);
            parameters.put("code_verifier", TestRelyingParty.VERIFIER);
            return parameters;
        }

        private static void assertError(HttpResponse<String> response, String error) {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(TestRelyingParty.json(response).get("error").stringValue())
                    .isEqualTo(error);
        }
    }
}
