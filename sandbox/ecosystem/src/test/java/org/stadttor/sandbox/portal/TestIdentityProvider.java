// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadttor.sandbox.keys.Certificates;

/** A small OpenID Provider that logs Erika in at once, and notes what it is told. */
public final class TestIdentityProvider implements AutoCloseable {

    public Map<String, String> pushed = Map.of();
    public Map<String, String> tokenRequest = Map.of();
    public String error = "";
    public String issuerInResponse;
    private final ECKey key;
    private final HttpServer server;

    public TestIdentityProvider() throws Exception {
        KeyPair pair = Certificates.newKeyPair();
        key = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID("op")
                .algorithm(JWSAlgorithm.ES256)
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", e -> json(e, 200, metadata()));
        server.createContext(
                "/jwks", e -> json(e, 200, new JWKSet(key).toPublicJWKSet().toJSONObject()));
        server.createContext("/par", this::push);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", e -> json(e, 200, person()));
        server.start();
        issuerInResponse = issuer().toString();
    }

    public URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private Map<String, Object> metadata() {
        Map<String, Object> members = new HashMap<>();
        for (String name : List.of("authorization", "token", "userinfo")) {
            members.put(name + "_endpoint", issuer() + "/" + name.replace("authorization", "authorize"));
        }
        members.put("issuer", issuer().toString());
        members.put("pushed_authorization_request_endpoint", issuer() + "/par");
        members.put("jwks_uri", issuer() + "/jwks");
        members.put("subject_types_supported", List.of("pairwise"));
        members.put("response_types_supported", List.of("code"));
        members.put("id_token_signing_alg_values_supported", List.of("ES256"));
        members.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        return members;
    }

    private void push(HttpExchange exchange) throws IOException {
        pushed = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        json(exchange, 201, Map.of("request_uri", "urn:ietf:params:oauth:request_uri:1", "expires_in", 60));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        boolean known = query.keySet().equals(Set.of("client_id", "request_uri"));
        String answer = error.isEmpty() && known ? "code=c1" : "error=" + (known ? error : "invalid_request");
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        pushed.get("redirect_uri") + "?" + answer + "&state=" + encoded(pushed.get("state")) + "&iss="
                                + encoded(issuerInResponse));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        tokenRequest = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!challenge(tokenRequest.get("code_verifier")).equals(pushed.get("code_challenge"))) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "a1",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        idToken(),
                        "scope",
                        "openid profile address identity"));
    }

    private String idToken() {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("op").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .subject("pairwise-1")
                        .audience("musterstadt")
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .claim("nonce", pushed.get("nonce"))
                        .claim("acr", "http://eidas.europa.eu/LoA/high")
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Map<String, Object> person() {
        return Map.of(
                "sub", "pairwise-1",
                "given_name", "ERIKA",
                "family_name", "MUSTERMANN",
                "birthdate", "1964-08-12",
                "nationalities", List.of("DE"),
                "place_of_birth", Map.of("locality", "BERLIN"),
                "address", Map.of("street_address", "HEIDESTRAẞE 17", "postal_code", "51147", "locality", "KÖLN"));
    }

    private static String challenge(String verifier) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> members) throws IOException {
        byte[] body = JSONObjectUtils.toJSONString(members).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
