// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.X509CertUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.sandbox.keys.Certificates;
import org.stadttor.sandbox.keys.SigningIdentity;

/** A small verifier with every part of its request changeable; it believes whatever it is told. */
public final class TestVerifier implements AutoCloseable {

    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    final CertificateAuthority authority = CertificateAuthority.create(new X500Name("C=DE,O=Access CA,CN=Access"), NOW);
    SigningIdentity signer = authority.issue(new X500Name("C=DE,O=Stadttor,CN=Musterstadt"), NOW);
    final ECKey encryptionKey;
    final Map<String, Object> claims = new HashMap<>();
    final List<Map<String, String>> received = new ArrayList<>();
    String headerType = "oauth-authz-req+jwt";
    String contentType = "application/oauth-authz-req+jwt";
    UnaryOperator<String> spoiler = jws -> jws;
    int status = 200;
    String body = "{\"redirect_uri\":\"https://portal.example/return?response_code=1\"}";
    private final HttpServer server;

    public TestVerifier() throws IOException {
        KeyPair pair = Certificates.newKeyPair();
        encryptionKey = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID("k1")
                .algorithm(com.nimbusds.jose.JWEAlgorithm.ECDH_ES)
                .keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION)
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/request", this::serveRequest);
        server.createContext("/response", this::takeResponse);
        server.start();
        claims.put("client_id", clientId());
        claims.put("aud", "https://self-issued.me/v2");
        claims.put("response_type", "vp_token");
        claims.put("response_mode", "direct_post.jwt");
        claims.put("response_uri", address() + "/response");
        claims.put("nonce", "nonce-1");
        claims.put("state", "state-1");
        claims.put("client_metadata", metadata("A128GCM", "A256GCM"));
        claims.put("dcql_query", query("family_name"));
    }

    public String clientId() {
        return "x509_hash:" + X509CertUtils.computeSHA256Thumbprint(signer.certificate());
    }

    public String link(String method) {
        return "openid4vp://?client_id=" + URLEncoder.encode(clientId(), StandardCharsets.UTF_8) + "&request_uri="
                + URLEncoder.encode(address() + "/request", StandardCharsets.UTF_8) + "&request_uri_method=" + method
                + "&unknown=1";
    }

    Map<String, Object> metadata(String... methods) {
        return Map.of(
                "jwks",
                Map.of("keys", List.of(encryptionKey.toPublicJWK().toJSONObject())),
                "encrypted_response_enc_values_supported",
                Arrays.asList(methods),
                "vp_formats_supported",
                Map.of("dc+sd-jwt", Map.of()));
    }

    static Map<String, Object> query(String... names) {
        List<Object> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(Map.of("id", name, "path", List.of(name)));
        }
        return Map.of("credentials", List.of(credential(wanted)));
    }

    static Map<String, Object> credential(List<Object> wanted) {
        return new HashMap<>(Map.of(
                "id",
                "pid",
                "format",
                "dc+sd-jwt",
                "meta",
                Map.of("vct_values", List.of("urn:eudi:pid:1", "urn:eudi:pid:de:1")),
                "claims",
                wanted));
    }

    /** The decrypted answer. */
    public Map<String, Object> decrypted(int index) throws Exception {
        JWEObject jwe = JWEObject.parse(received.get(index).get("response"));
        jwe.decrypt(new ECDHDecrypter(encryptionKey));
        return jwe.getPayload().toJSONObject();
    }

    /** The one presentation of an answer. */
    public String presentation(int index) throws Exception {
        Map<?, ?> token = (Map<?, ?>) decrypted(index).get("vp_token");
        return (String) ((List<?>) token.get("pid")).getFirst();
    }

    /** The root of its access certificate. */
    public X509Certificate root() {
        return authority.certificate();
    }

    /** What it says to the next answers. */
    public void answerWith(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void serveRequest(HttpExchange exchange) throws IOException {
        Map<String, Object> payload = new HashMap<>(claims);
        Map<String, String> form = form(exchange);
        if (form.containsKey("wallet_nonce")) {
            payload.putIfAbsent("wallet_nonce", form.get("wallet_nonce"));
        }
        respond(exchange, contentType, spoiler.apply(signer.sign(headerType, payload)));
    }

    private void takeResponse(HttpExchange exchange) throws IOException {
        received.add(form(exchange));
        respond(exchange, "application/json", body);
    }

    private void respond(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    static Map<String, Object> json(String text) throws Exception {
        return JSONObjectUtils.parse(text);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
