// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Provider with real signatures of which a test can change one thing. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "stadttor staff";

    private final HttpServer server;
    private final ECKey key;
    private final Instant now;
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    /** Who signs in next. */
    String subject = "subject-1";

    /** What is changed in the next ID token. */
    UnaryOperator<JWTClaimsSet.Builder> change = claims -> claims;

    /** What the metadata say. */
    String issuerInMetadata;

    TestProvider(Instant now) throws IOException, JOSEException {
        this.now = now;
        this.key = new ECKeyGenerator(Curve.P_256)
                .keyID("k1")
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.issuerInMetadata = issuer();
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> json(
                        exchange,
                        Map.of(
                                "issuer", issuerInMetadata,
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys")));
        server.createContext("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the page of the provider does: gives a code for the request in this address. */
    String code(String address) {
        String code = "code-" + challenges.size();
        challenges.put(code, parameter(address, "code_challenge"));
        nonces.put(code, parameter(address, "nonce"));
        return code;
    }

    static String parameter(String query, String name) {
        Matcher value =
                Pattern.compile("[?&]" + name + "=([^&]*)").matcher("&" + query.substring(query.indexOf('?') + 1));
        if (!value.find()) {
            throw new IllegalStateException("no " + name + " in " + query);
        }
        return value.group(1);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = "?" + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String expected = "Basic "
                + Base64.getEncoder().encodeToString("stadttor+staff:s%26cret".getBytes(StandardCharsets.UTF_8));
        String code = parameter(body, "code");
        String challenge = challenges.remove(code);
        if (challenge == null
                || !challenge.equals(hash(parameter(body, "code_verifier")))
                || !expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        json(exchange, Map.of("access_token", "x", "token_type", "Bearer", "id_token", idToken(nonces.remove(code))));
    }

    private String idToken(String nonce) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(),
                    change.apply(new JWTClaimsSet.Builder()
                                    .issuer(issuer())
                                    .audience(CLIENT)
                                    .subject(subject)
                                    .issueTime(Date.from(now))
                                    .expirationTime(Date.from(now.plusSeconds(60)))
                                    .claim("nonce", nonce)
                                    .claim("email", "stella@example.org"))
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(HttpExchange exchange, Map<String, ?> body) throws IOException {
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
