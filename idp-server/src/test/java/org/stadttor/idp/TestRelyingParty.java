// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A relying party that speaks to a node by real HTTP; tests change one thing at a time. */
public final class TestRelyingParty {

    public static final String REDIRECT_URI = "https://portal.example/callback";
    public static final String VERIFIER = "v".repeat(50);
    public static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String clientId;
    private final ECKey key;

    private TestRelyingParty(String clientId, ECKey key) {
        this.clientId = clientId;
        this.key = key;
    }

    public static ECKey newKey(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers a relying party that may ask for everything in profile and for the address. */
    public static TestRelyingParty register(TestIdp idp, String clientId) {
        return register(
                idp,
                clientId,
                "transient",
                "family_name",
                "given_name",
                "birthdate",
                "address",
                "nationalities",
                "place_of_birth");
    }

    public static TestRelyingParty register(TestIdp idp, String clientId, String matching, String... attributes) {
        ECKey key = newKey(clientId + "-1");
        String jwks = "\"jwks\":{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}";
        idp.bean(RegisterRelyingParty.class)
                .register(new RegisterRelyingParty.Command(
                        document(clientId, jwks, matching, REDIRECT_URI, attributes), "test"));
        return new TestRelyingParty(clientId, key);
    }

    /** One that was registered in another way. */
    public static TestRelyingParty as(String clientId, ECKey key) {
        return new TestRelyingParty(clientId, key);
    }

    /** One that was registered in some other way. */
    public static TestRelyingParty registered(String clientId, ECKey key) {
        return new TestRelyingParty(clientId, key);
    }

    /** The same client with another key. */
    public TestRelyingParty withKey(ECKey other) {
        return new TestRelyingParty(clientId, other);
    }

    public static String document(
            String clientId, String keys, String matching, String redirectUri, String... attributes) {
        String entitlements = Arrays.stream(attributes)
                .map(a -> "{\"attribute\":\"%s\",\"purpose\":{\"de\":\"Zweck\"},\"mandatory\":true}".formatted(a))
                .collect(Collectors.joining(","));
        return """
                {"client_id":"%s","client_name":{"de":"Musterstadt","en":"Sample city"},"redirect_uris":["%s"],%s,
                 "sector":"musterstadt.example","matching":"%s","entitlements":[%s],
                 "policy_uri":"https://portal.example/privacy"}""".formatted(clientId, redirectUri, keys, matching, entitlements);
    }

    public String clientId() {
        return clientId;
    }

    public ECKey key() {
        return key;
    }

    /** The parameters of a good authorization request. */
    public Map<String, String> request() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("scope", "openid profile address");
        parameters.put("state", "state & mehr");
        parameters.put("nonce", "n".repeat(64));
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    public static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good client assertion, after the change. */
    public String assertion(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .claim("aud", TestIdp.ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
        change.accept(claims);
        return sign(claims.build());
    }

    public String sign(JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** Posts to an end point with a fresh assertion. */
    public HttpResponse<String> post(TestIdp idp, String path, Map<String, String> parameters) {
        return post(idp, path, parameters, assertion(claims -> {}));
    }

    public HttpResponse<String> post(TestIdp idp, String path, Map<String, String> parameters, String assertion) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putIfAbsent("client_id", clientId);
        all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        all.put("client_assertion", assertion);
        return postForm(idp.uri(path), form(all));
    }

    public static HttpResponse<String> postForm(URI uri, String form) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    public HttpResponse<String> push(TestIdp idp, Map<String, String> parameters) {
        return post(idp, "/oauth2/par", parameters);
    }

    /** Pushes a request and returns its request_uri. */
    public String pushed(TestIdp idp, Map<String, String> parameters) {
        HttpResponse<String> response = push(idp, parameters);
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response).get("request_uri").stringValue();
    }

    public HttpResponse<String> redeem(TestIdp idp, String code) {
        return redeem(idp, code, Map.of());
    }

    public HttpResponse<String> redeem(TestIdp idp, String code, Map<String, String> change) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("code_verifier", VERIFIER);
        parameters.putAll(change);
        return post(idp, "/oauth2/token", parameters);
    }

    public static HttpResponse<String> userInfo(TestIdp idp, String accessToken) {
        return send(HttpRequest.newBuilder(idp.uri("/userinfo"))
                .header("Authorization", "Bearer " + accessToken)
                .build());
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    public static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The parameters in the query of an address. */
    public static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
