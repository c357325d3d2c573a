// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Each rule of the pushed request, over real HTTP. */
class PushedRequestTest {

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

    @Test
    void accepts_a_good_request() {
        HttpResponse<String> response = portal.push(idp, portal.request());
        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode body = TestRelyingParty.json(response);
        assertThat(body.get("request_uri").stringValue()).startsWith("urn:ietf:params:oauth:request_uri:");
        assertThat(body.get("expires_in").intValue()).isBetween(1, 599);
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "request,eyJhbGciOiJub25lIn0.e30.,request_not_supported,request_object",
        "request_uri,urn:ietf:params:oauth:request_uri:x,invalid_request,request_uri",
        "registration,{},registration_not_supported,registration",
        "client_id,other,invalid_client,",
        "response_type,token,unsupported_response_type,response_type",
        "response_type,code id_token,unsupported_response_type,response_type",
        "response_mode,fragment,invalid_request,response_mode",
        "response_mode,form_post,invalid_request,response_mode",
        "redirect_uri,https://portal.example/callback/,invalid_request,redirect_uri",
        "redirect_uri,https://portal.example:443/callback,invalid_request,redirect_uri",
        "redirect_uri,https://portal.example/callback?x=1,invalid_request,redirect_uri",
        "redirect_uri,https://PORTAL.example/callback,invalid_request,redirect_uri",
        "redirect_uri,https://portal.example.evil.example/callback,invalid_request,redirect_uri",
        "redirect_uri,https://portal.example@evil.example/callback,invalid_request,redirect_uri",
        "redirect_uri,https://portal.example/callback#x,invalid_request,redirect_uri",
        "redirect_uri,https://portal.example/x/../callback,invalid_request,redirect_uri",
        "redirect_uri,https://portal.example/%63allback,invalid_request,redirect_uri",
        "redirect_uri,http://portal.example/callback,invalid_request,redirect_uri",
        "scope,profile,invalid_scope,scope_without_openid",
        "scope,OPENID,invalid_scope,scope_without_openid",
        "scope,openid,invalid_scope,scope_without_attributes",
        "code_challenge,short,invalid_request,code_challenge",
        "code_challenge_method,plain,invalid_request,code_challenge_method",
        "prompt,none login,invalid_request,prompt",
        "prompt,create,invalid_request,prompt",
        "max_age,-1,invalid_request,max_age",
        "max_age,soon,invalid_request,max_age",
        "ui_locales,de_DE!,invalid_request,ui_locales",
        "id_token_hint,eyJhbGciOiJub25lIn0.e30.,invalid_request,id_token_hint",
        "state,ä,invalid_request,parameter_malformed",
    })
    void rejects(String parameter, String value, String error, String reason) {
        Map<String, String> request = portal.request();
        request.put(parameter, value);
        assertError(portal.push(idp, request), error, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"response_type", "redirect_uri", "scope", "code_challenge", "code_challenge_method"})
    void rejects_a_request_without(String parameter) {
        Map<String, String> request = portal.request();
        request.remove(parameter);
        assertThat(portal.push(idp, request).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "prompt,login",
        "prompt,consent",
        "prompt,select_account",
        "prompt,none",
        "max_age,0",
        "response_mode,query",
        "acr_values,http://eidas.europa.eu/LoA/high",
        "claims,{}",
        "login_hint,somebody",
        "unheard_of,whatever",
        "ui_locales,en de-DE",
        "scope,openid profile unheard_of offline_access",
    })
    void accepts(String parameter, String value) {
        Map<String, String> request = portal.request();
        request.put(parameter, value);
        assertThat(portal.push(idp, request).statusCode()).isEqualTo(201);
    }

    @Test
    void rejects_long_nonce_and_state_and_accepts_useful_lengths() {
        Map<String, String> request = portal.request();
        request.put("state", "s".repeat(2000));
        assertThat(portal.push(idp, request).statusCode()).isEqualTo(201);
        request.put("state", "s".repeat(5000));
        assertError(portal.push(idp, request), "invalid_request", "state");
        request = portal.request();
        request.put("nonce", "n".repeat(256));
        assertError(portal.push(idp, request), "invalid_request", "nonce");
    }

    @Test
    void rejects_repeated_parameters_and_parameters_in_the_query() {
        String form = TestRelyingParty.form(portal.request())
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
        HttpResponse<String> repeated = TestRelyingParty.postForm(
                idp.uri("/oauth2/par"), form + "&scope=openid&client_assertion=" + portal.assertion(c -> {}));
        assertError(repeated, "invalid_request", "parameter_repeated");
        HttpResponse<String> query = TestRelyingParty.postForm(
                idp.uri("/oauth2/par?scope=openid"), form + "&client_assertion=" + portal.assertion(c -> {}));
        assertThat(query.statusCode()).isEqualTo(400);
    }

    @Test
    void answers_only_to_post() {
        HttpResponse<String> response = TestRelyingParty.send(
                HttpRequest.newBuilder(idp.uri("/oauth2/par")).build());
        assertThat(response.statusCode()).isIn(401, 404, 405);
    }

    @Test
    void never_claims_another_level_than_the_installation_has() {
        Map<String, String> request = portal.request();
        request.put("acr_values", "http://eidas.europa.eu/LoA/high");
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(idp, "portal", portal.pushed(idp, request));
        String code = TestRelyingParty.query(browser.succeed(idp, portal, handle, TestBrowser.person(""))
                        .toString())
                .get("code");
        String idToken =
                TestRelyingParty.json(portal.redeem(idp, code)).get("id_token").stringValue();
        String payload = new String(java.util.Base64.getUrlDecoder().decode(idToken.split("\\.")[1]));
        assertThat(payload).contains("LoA/substantial").doesNotContain("LoA/high");
    }

    private static void assertError(HttpResponse<String> response, String error, String reason) {
        JsonNode body = TestRelyingParty.json(response);
        assertThat(body.get("error").stringValue()).isEqualTo(error);
        assertThat(response.statusCode()).isEqualTo(error.equals("invalid_client") ? 401 : 400);
        if (reason != null) {
            assertThat(body.get("error_description").stringValue()).isEqualTo(reason);
        }
    }
}
