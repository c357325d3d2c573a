// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.PendingAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizationGoneException;
import org.stadttor.idp.authorization.PendingAuthorizations;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.SuspendRelyingParty;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.BrowserBinding;
import tools.jackson.databind.JsonNode;

/** From the pushed request to the attributes, over real HTTP; every refusal on the way. */
class CodeFlowTest {

    private static TestDatabase database;
    private static TestIdp idp;
    private static TestRelyingParty portal;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        idp = TestIdp.start(database);
        portal = TestRelyingParty.register(idp, "portal");
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void gives_tokens_and_exactly_the_registered_attributes() throws Exception {
        TestBrowser browser = new TestBrowser();
        String requestUri = portal.pushed(idp, portal.request());
        String handle = browser.handle(idp, "portal", requestUri);
        PendingAuthorization pending = idp.bean(PendingAuthorizations.class)
                .find(handle, browser.binding())
                .orElseThrow();
        assertThat(pending.attributes())
                .containsExactlyInAnyOrder(
                        PidAttribute.FAMILY_NAME,
                        PidAttribute.GIVEN_NAME,
                        PidAttribute.BIRTHDATE,
                        PidAttribute.ADDRESS);

        String address =
                browser.succeed(idp, portal, handle, TestBrowser.person("")).toString();
        assertThat(address).startsWith(TestRelyingParty.REDIRECT_URI + "?");
        Map<String, String> response = TestRelyingParty.query(address);
        assertThat(response).containsEntry("state", "state & mehr").containsEntry("iss", TestIdp.ISSUER);

        HttpResponse<String> tokens = portal.redeem(idp, response.get("code"));
        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(tokens.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode body = TestRelyingParty.json(tokens);
        assertThat(body.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(body.get("scope").stringValue().split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "address");

        JWTClaimsSet idToken = verified(body.get("id_token").stringValue(), "JWT");
        assertThat(idToken.getIssuer()).isEqualTo(TestIdp.ISSUER);
        assertThat(idToken.getAudience()).containsExactly("portal");
        assertThat(idToken.getStringClaim("nonce")).isEqualTo("n".repeat(64));
        assertThat(idToken.getStringClaim("acr")).isEqualTo("http://eidas.europa.eu/LoA/substantial");
        assertThat(idToken.getLongClaim("auth_time"))
                .isBetween(
                        Instant.now().minusSeconds(60).getEpochSecond(),
                        Instant.now().getEpochSecond());
        assertThat(idToken.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "exp", "iat", "nonce", "auth_time", "acr");

        JWTClaimsSet accessToken = verified(body.get("access_token").stringValue(), "at+jwt");
        assertThat(accessToken.getAudience()).containsExactly(TestIdp.ISSUER + "/userinfo");
        assertThat(accessToken.getStringClaim("client_id")).isEqualTo("portal");
        assertThat(accessToken.getStringClaim("scope")).isEqualTo("openid profile address");
        assertThat(accessToken.getJWTID()).hasSizeGreaterThan(40);
        assertThat(accessToken.getSubject()).isEqualTo(idToken.getSubject());

        HttpResponse<String> userInfo =
                TestRelyingParty.userInfo(idp, body.get("access_token").stringValue());
        assertThat(userInfo.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode claims = TestRelyingParty.json(userInfo);
        assertThat(claims.get("sub").stringValue()).isEqualTo(idToken.getSubject());
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder("sub", "family_name", "given_name", "birthdate", "address");
        assertThat(claims.get("family_name").stringValue()).isEqualTo("Muster");
        assertThat(claims.at("/address/locality").stringValue()).isEqualTo("Köln");
    }

    @Test
    void gives_a_new_subject_each_time_to_a_transient_party() throws Exception {
        String first = subject(portal, "a");
        assertThat(subject(portal, "a")).isNotEqualTo(first);
    }

    @Test
    void gives_the_same_subject_again_to_an_account_party() throws Exception {
        TestRelyingParty party = TestRelyingParty.register(
                idp, "accounts", "account", "family_name", "given_name", "birthdate", "place_of_birth");
        String first = subject(party, "x");
        assertThat(subject(party, "x")).isEqualTo(first);
        assertThat(subject(party, "y")).isNotEqualTo(first);
    }

    @Test
    void asks_for_matching_attributes_and_does_not_release_them_without_scope() {
        TestRelyingParty party = TestRelyingParty.register(
                idp, "narrow", "account", "family_name", "given_name", "birthdate", "place_of_birth");
        Map<String, String> request = party.request();
        request.put("scope", "openid");
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(idp, "narrow", party.pushed(idp, request));
        assertThat(idp.bean(PendingAuthorizations.class)
                        .find(handle, browser.binding())
                        .orElseThrow()
                        .attributes())
                .hasSize(4);
        String code = TestRelyingParty.query(browser.succeed(idp, party, handle, TestBrowser.person("n"))
                        .toString())
                .get("code");
        String token = TestRelyingParty.json(party.redeem(idp, code))
                .get("access_token")
                .stringValue();
        assertThat(TestRelyingParty.json(TestRelyingParty.userInfo(idp, token)).propertyNames())
                .containsExactly("sub");
    }

    @Test
    void keeps_the_login_through_a_reload_and_refuses_another_browser() {
        String requestUri = portal.pushed(idp, portal.request());
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(idp, "portal", requestUri);
        assertThat(browser.handle(idp, "portal", requestUri)).isEqualTo(handle);
        HttpResponse<String> other = new TestBrowser().open(idp, "portal", requestUri);
        assertThat(other.statusCode()).isNotEqualTo(303);
        assertThat(other.headers().firstValue("Location")).isEmpty();

        browser.succeed(idp, portal, handle, TestBrowser.person(""));
        assertThat(browser.open(idp, "portal", requestUri).statusCode()).isNotEqualTo(303);
        assertThatThrownBy(() -> browser.succeed(idp, portal, handle, TestBrowser.person("")))
                .isInstanceOf(PendingAuthorizationGoneException.class);
    }

    @Test
    void refuses_to_complete_in_another_browser() {
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(idp, "portal", portal.pushed(idp, portal.request()));
        BrowserBinding other = BrowserBinding.create(new java.security.SecureRandom());
        assertThatThrownBy(() -> idp.bean(CompleteAuthorization.class).fail(handle, other, "access_denied"))
                .isInstanceOf(PendingAuthorizationGoneException.class);
        assertThat(idp.bean(PendingAuthorizations.class).find(handle, other)).isEmpty();
        String address = idp.bean(CompleteAuthorization.class)
                .fail(handle, browser.binding(), "access_denied")
                .toString();
        assertThat(TestRelyingParty.query(address))
                .containsOnly(
                        Map.entry("error", "access_denied"),
                        Map.entry("state", "state & mehr"),
                        Map.entry("iss", TestIdp.ISSUER));
    }

    @Test
    void extends_the_time_up_to_the_limit() {
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(idp, "portal", portal.pushed(idp, portal.request()));
        PendingAuthorizations pending = idp.bean(PendingAuthorizations.class);
        PendingAuthorization before = pending.find(handle, browser.binding()).orElseThrow();
        PendingAuthorization after = pending.extend(handle, browser.binding()).orElseThrow();
        assertThat(after.expiresAt()).isAfterOrEqualTo(before.expiresAt());
        assertThat(after.latestExpiry()).isEqualTo(before.latestExpiry());
    }

    @Test
    void answers_prompt_none_with_login_required() {
        Map<String, String> request = portal.request();
        request.put("prompt", "none");
        HttpResponse<String> response = new TestBrowser().open(idp, "portal", portal.pushed(idp, request));
        assertThat(response.statusCode()).isEqualTo(303);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(TestRelyingParty.REDIRECT_URI);
        assertThat(TestRelyingParty.query(location))
                .containsEntry("error", "login_required")
                .containsEntry("iss", TestIdp.ISSUER);
    }

    @Test
    void refuses_authorization_requests_that_were_not_pushed() {
        String plain = TestRelyingParty.form(portal.request());
        for (String query : List.of(
                plain,
                "client_id=portal&request=eyJhbGciOiJub25lIn0.e30.",
                "client_id=portal&request_uri=https%3A%2F%2Fportal.example%2Frequest.jwt",
                "client_id=portal&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Anone",
                "client_id=nobody&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Anone",
                "request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Anone")) {
            HttpResponse<String> response = new TestBrowser().open(idp, query);
            assertThat(response.statusCode()).as(query).isBetween(400, 499);
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void refuses_a_request_uri_of_another_client() {
        TestRelyingParty.register(idp, "portal2");
        String requestUri = portal.pushed(idp, portal.request());
        assertThat(new TestBrowser().open(idp, "portal2", requestUri).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void redeems_a_code_once_and_revokes_its_token_when_it_comes_again() {
        String code = new TestBrowser().login(idp, portal, TestBrowser.person(""));
        String token = TestRelyingParty.json(portal.redeem(idp, code))
                .get("access_token")
                .stringValue();
        assertThat(TestRelyingParty.userInfo(idp, token).statusCode()).isEqualTo(200);
        assertInvalidGrant(portal.redeem(idp, code));
        HttpResponse<String> userInfo = TestRelyingParty.userInfo(idp, token);
        assertThat(userInfo.statusCode()).isEqualTo(401);
        assertThat(userInfo.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
    }

    @Test
    void refuses_codes_with_another_verifier_address_or_client() {
        TestRelyingParty thief = TestRelyingParty.register(idp, "thief");
        assertInvalidGrant(thief.redeem(idp, code()));
        assertInvalidGrant(portal.redeem(idp, code(), Map.of("code_verifier", "w".repeat(50))));
        assertInvalidGrant(portal.redeem(idp, code(), Map.of("redirect_uri", "https://portal.example/other")));
        assertInvalidGrant(portal.redeem(idp, "no-such-code"));
        String tried = code();
        assertInvalidGrant(thief.redeem(idp, tried));
        assertInvalidGrant(portal.redeem(idp, tried));
    }

    @Test
    void refuses_other_grants() {
        for (String grant : List.of(
                "client_credentials", "refresh_token", "password", "urn:ietf:params:oauth:grant-type:token-exchange")) {
            HttpResponse<String> response = portal.post(idp, "/oauth2/token", Map.of("grant_type", grant));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(TestRelyingParty.json(response).get("error").stringValue())
                    .isEqualTo("unsupported_grant_type");
        }
    }

    @Test
    void revokes_access_tokens() {
        String token = TestRelyingParty.json(portal.redeem(idp, code()))
                .get("access_token")
                .stringValue();
        TestRelyingParty other = TestRelyingParty.register(idp, "other");
        assertThat(other.post(idp, "/oauth2/revoke", Map.of("token", token)).statusCode())
                .isEqualTo(200);
        assertThat(TestRelyingParty.userInfo(idp, token).statusCode()).isEqualTo(200);
        assertThat(portal.post(idp, "/oauth2/revoke", Map.of("token", token)).statusCode())
                .isEqualTo(200);
        assertThat(TestRelyingParty.userInfo(idp, token).statusCode()).isEqualTo(401);
    }

    @Test
    void takes_the_access_token_from_the_header_only() {
        String token = TestRelyingParty.json(portal.redeem(idp, code()))
                .get("access_token")
                .stringValue();
        HttpResponse<String> response =
                TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/userinfo?access_token=" + token))
                        .build());
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void gives_a_suspended_party_nothing() {
        TestRelyingParty party = TestRelyingParty.register(idp, "soon-gone");
        String token = TestRelyingParty.json(
                        party.redeem(idp, new TestBrowser().login(idp, party, TestBrowser.person(""))))
                .get("access_token")
                .stringValue();
        idp.bean(SuspendRelyingParty.class).suspend(new ClientId("soon-gone"), "test");
        assertThat(party.push(idp, party.request()).statusCode()).isEqualTo(401);
        assertThat(TestRelyingParty.userInfo(idp, token).statusCode()).isEqualTo(401);
    }

    @Test
    void refuses_the_login_of_somebody_else_than_the_hint_says() throws Exception {
        TestRelyingParty party = TestRelyingParty.register(
                idp, "hinting", "account", "family_name", "given_name", "birthdate", "place_of_birth");
        String code = new TestBrowser().login(idp, party, TestBrowser.person("h1"));
        Map<String, String> request = party.request();
        request.put(
                "id_token_hint",
                TestRelyingParty.json(party.redeem(idp, code)).get("id_token").stringValue());
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(idp, "hinting", party.pushed(idp, request));
        assertThat(browser.succeed(idp, party, handle, TestBrowser.person("h2")).toString())
                .contains("error=login_required");
        String same = browser.handle(idp, "hinting", party.pushed(idp, request));
        assertThat(browser.succeed(idp, party, same, TestBrowser.person("h1")).toString())
                .contains("code=");
    }

    @Test
    void publishes_what_is_true_and_nothing_else() {
        JsonNode metadata = TestRelyingParty.json(
                TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/.well-known/openid-configuration"))
                        .build()));
        assertThat(metadata.get("issuer").stringValue()).isEqualTo(TestIdp.ISSUER);
        assertThat(metadata.get("require_pushed_authorization_requests").booleanValue())
                .isTrue();
        assertThat(metadata.get("authorization_response_iss_parameter_supported")
                        .booleanValue())
                .isTrue();
        assertThat(metadata.get("subject_types_supported").toString()).isEqualTo("[\"pairwise\"]");
        assertThat(metadata.get("id_token_signing_alg_values_supported").toString())
                .isEqualTo("[\"ES256\"]");
        assertThat(metadata.get("grant_types_supported").toString()).isEqualTo("[\"authorization_code\"]");
        assertThat(metadata.get("token_endpoint_auth_methods_supported").toString())
                .isEqualTo("[\"private_key_jwt\"]");
        assertThat(metadata.has("introspection_endpoint")).isFalse();
        assertThat(metadata.has("end_session_endpoint")).isFalse();
        assertThat(metadata.has("registration_endpoint")).isFalse();
        JsonNode same = TestRelyingParty.json(
                TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/.well-known/oauth-authorization-server"))
                        .build()));
        assertThat(same).isEqualTo(metadata);
    }

    @Test
    void answers_nothing_of_springs_other_end_points() {
        for (String path : Stream.of(
                        "/oauth2/introspect",
                        "/oauth2/device_authorization",
                        "/connect/register",
                        "/connect/logout",
                        "/login/oauth2")
                .toList()) {
            assertThat(portal.post(idp, path, Map.of("token", "x")).statusCode())
                    .as(path)
                    .isBetween(400, 499);
        }
    }

    private static String code() {
        return new TestBrowser().login(idp, portal, TestBrowser.person(""));
    }

    private static String subject(TestRelyingParty party, String mark) throws Exception {
        String code = new TestBrowser().login(idp, party, TestBrowser.person(mark));
        return verified(
                        TestRelyingParty.json(party.redeem(idp, code))
                                .get("id_token")
                                .stringValue(),
                        "JWT")
                .getSubject();
    }

    private static JWTClaimsSet verified(String token, String type) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(TestRelyingParty.send(
                        HttpRequest.newBuilder(idp.uri("/oauth2/jwks")).build())
                .body());
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo(type);
        assertThat(jwt.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toECKey())))
                .isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static void assertInvalidGrant(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestRelyingParty.json(response).get("error").stringValue()).isEqualTo("invalid_grant");
    }
}
