// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import org.stadttor.testing.TestDatabase;

/** Each rule for client assertions, over real HTTP and two nodes. */
class ClientAuthenticationTest {

    private static TestIdp idp;
    private static TestIdp second;
    private static TestRelyingParty portal;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.create();
        idp = TestIdp.start(database);
        second = TestIdp.start(database);
        portal = TestRelyingParty.register(idp, "portal");
    }

    @AfterAll
    static void stop() {
        second.close();
        idp.close();
    }

    @Test
    void accepts_one_use_on_all_nodes_together() {
        String assertion = portal.assertion(claims -> {});
        assertThat(portal.post(idp, "/oauth2/par", portal.request(), assertion).statusCode())
                .isEqualTo(201);
        assertRefused(portal.post(second, "/oauth2/par", portal.request(), assertion));
        assertRefused(portal.post(idp, "/oauth2/revoke", Map.of("token", "x"), assertion));
    }

    @Test
    void rejects_other_audiences() {
        assertRejects(c -> c.claim("aud", TestIdp.ISSUER + "/oauth2/token"));
        assertRejects(c -> c.claim("aud", TestIdp.ISSUER + "/oauth2/par"));
        assertRejects(c -> c.claim("aud", TestIdp.ISSUER + "/"));
        assertRejects(c -> c.claim("aud", List.of(TestIdp.ISSUER, "https://other.example")));
        assertRejects(c -> c.claim("aud", null));
    }

    /** Written by hand: the library makes a string of an array with one element. */
    @Test
    void rejects_an_array_as_audience_even_with_the_issuer_alone() throws Exception {
        Map<String, Object> claims = new java.util.HashMap<>(
                SignedJWT.parse(portal.assertion(c -> {})).getPayload().toJSONObject());
        claims.put("aud", List.of(TestIdp.ISSUER));
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(portal.key().getKeyID())
                        .build(),
                new Payload(claims));
        jws.sign(new ECDSASigner(portal.key()));
        assertRefused(portal.post(idp, "/oauth2/par", portal.request(), jws.serialize()));
    }

    @Test
    void accepts_ed25519() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String x = Base64URL.encode(java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                .toString();
        register(
                "ed-party",
                "\"jwks\":{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"e\",\"x\":\"" + x + "\"}]}");
        assertThat(pushAs("ed-party", signedByEd25519(pair, "ed-party")).statusCode())
                .isEqualTo(201);
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertRefused(pushAs("ed-party", signedByEd25519(other, "ed-party")));
    }

    private static String signedByEd25519(KeyPair pair, String clientId) throws Exception {
        String input = Base64URL.encode("{\"alg\":\"EdDSA\",\"kid\":\"e\"}") + "."
                + Base64URL.encode(claims(clientId).toString());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64URL.encode(signature.sign());
    }

    @Test
    void rejects_other_names() {
        assertRejects(c -> c.issuer("other"));
        assertRejects(c -> c.subject("other"));
        assertRejects(c -> c.issuer("other").subject("other"));
        assertRejects(c -> c.issuer("no such client!").subject("no such client!"));
    }

    @Test
    void rejects_times_outside_the_window() {
        Instant now = Instant.now();
        assertRejects(c -> c.expirationTime(null));
        assertRejects(c -> c.expirationTime(Date.from(now.minusSeconds(30))));
        assertRejects(c -> c.expirationTime(Date.from(now.plusSeconds(400))));
        assertRejects(c -> c.issueTime(Date.from(now.plusSeconds(60))));
        assertRejects(c -> c.notBeforeTime(Date.from(now.plusSeconds(60))));
        assertAccepts(c -> c.issueTime(Date.from(now.plusSeconds(5))));
        assertAccepts(c -> c.issueTime(null));
    }

    @Test
    void rejects_an_assertion_without_jti() {
        assertRejects(c -> c.jwtID(null));
        assertRejects(c -> c.jwtID(""));
    }

    @Test
    void rejects_other_signatures() throws Exception {
        JWTClaimsSet claims = JWTClaimsSet.parse(
                SignedJWT.parse(portal.assertion(c -> {})).getJWTClaimsSet().toJSONObject());
        ECKey other = TestRelyingParty.newKey("portal-1");
        assertRefused(portal.withKey(other).push(idp, portal.request()));
        assertRefused(portal.withKey(TestRelyingParty.newKey("unknown")).push(idp, portal.request()));
        assertRefused(portal.post(idp, "/oauth2/par", portal.request(), new PlainJWT(claims).serialize()));
        SignedJWT mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        mac.sign(new MACSigner(portal.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertRefused(portal.post(idp, "/oauth2/par", portal.request(), mac.serialize()));
        assertRefused(portal.post(idp, "/oauth2/par", portal.request(), "not.a.jwt"));
        assertRefused(portal.post(idp, "/oauth2/par", portal.request(), "x".repeat(9000)));
    }

    @Test
    void accepts_ps256_and_rejects_rs256_with_the_same_key() throws Exception {
        RSAKey key = new RSAKeyGenerator(3072).keyID("rsa").generate();
        String jwks = "\"jwks\":{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}";
        register("rsa-party", jwks);
        assertThat(pushAs("rsa-party", key, JWSAlgorithm.PS256).statusCode()).isEqualTo(201);
        assertRefused(pushAs("rsa-party", key, JWSAlgorithm.RS256));
        assertRefused(pushAs("rsa-party", key, JWSAlgorithm.PS512));
    }

    @Test
    void rejects_other_ways_to_authenticate() {
        Map<String, String> request = portal.request();
        assertThat(TestRelyingParty.postForm(idp.uri("/oauth2/par"), TestRelyingParty.form(request))
                        .statusCode())
                .isEqualTo(401);
        request.put("client_secret", "secret");
        HttpResponse<String> response =
                TestRelyingParty.postForm(idp.uri("/oauth2/token"), TestRelyingParty.form(request));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("invalid_client");
    }

    @Test
    void fetches_keys_by_reference_and_again_for_an_unknown_kid_but_not_often() throws Exception {
        AtomicReference<String> keys = new AtomicReference<>();
        AtomicInteger fetches = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            fetches.incrementAndGet();
            byte[] body = keys.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            keys.set("{\"keys\":[" + portal.key().toPublicJWK().toJSONString() + "]}");
            String uri = "http://localhost:" + server.getAddress().getPort() + "/jwks";
            register("by-reference", "\"jwks_uri\":\"" + uri + "\"");
            assertThat(pushAs("by-reference", portal.key()).statusCode()).isEqualTo(201);
            assertThat(pushAs("by-reference", portal.key()).statusCode()).isEqualTo(201);
            assertThat(fetches).hasValue(1);
            for (int i = 0; i < 5; i++) {
                assertRefused(pushAs("by-reference", TestRelyingParty.newKey("new-" + i)));
            }
            assertThat(fetches).as("no fetch within the pause, whoever asks").hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static void register(String clientId, String keys) {
        idp.bean(RegisterRelyingParty.class)
                .register(new RegisterRelyingParty.Command(
                        TestRelyingParty.document(
                                clientId, keys, "transient", TestRelyingParty.REDIRECT_URI, "family_name"),
                        "test"));
    }

    private static HttpResponse<String> pushAs(String clientId, ECKey key) throws Exception {
        return pushAs(clientId, portal.withKey(key).sign(claims(clientId)));
    }

    private static HttpResponse<String> pushAs(String clientId, RSAKey key, JWSAlgorithm algorithm) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims(clientId));
        jwt.sign(new RSASSASigner(key));
        return pushAs(clientId, jwt.serialize());
    }

    private static HttpResponse<String> pushAs(String clientId, String assertion) {
        Map<String, String> request = portal.request();
        request.put("client_id", clientId);
        return portal.post(idp, "/oauth2/par", request, assertion);
    }

    private static JWTClaimsSet claims(String clientId) throws Exception {
        return new JWTClaimsSet.Builder(
                        SignedJWT.parse(portal.assertion(c -> {})).getJWTClaimsSet())
                .issuer(clientId)
                .subject(clientId)
                .claim("aud", TestIdp.ISSUER)
                .build();
    }

    private static void assertAccepts(Consumer<JWTClaimsSet.Builder> change) {
        assertThat(portal.post(idp, "/oauth2/par", portal.request(), portal.assertion(change))
                        .statusCode())
                .isEqualTo(201);
    }

    private static void assertRejects(Consumer<JWTClaimsSet.Builder> change) {
        assertRefused(portal.post(idp, "/oauth2/par", portal.request(), portal.assertion(change)));
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(TestRelyingParty.json(response).get("error").stringValue()).isEqualTo("invalid_client");
    }
}
