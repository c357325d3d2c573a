// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.X509CertUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A wallet as far as the protocol goes: fetches, checks and answers over real HTTP with real signatures and encryption. */
public final class ProtocolWallet {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** A request object whose signature was verified with the leaf of its chain. */
    public record Request(JWSObject jws, JsonNode payload) {

        public String text(String member) {
            return payload.required(member).stringValue();
        }

        public URI responseUri() {
            return URI.create(text("response_uri"));
        }

        public ECKey responseKey() {
            try {
                return ECKey.parse(payload.at("/client_metadata/jwks/keys/0").toString());
            } catch (java.text.ParseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).header("Accept", "application/oauth-authz-req+jwt"));
    }

    public HttpResponse<String> post(URI uri, Map<String, String> form) {
        return postBody(uri, FORM, encode(form));
    }

    public HttpResponse<String> postBody(URI uri, String contentType, String body) {
        return send(
                HttpRequest.newBuilder(uri).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public Request fetch(URI requestUri) {
        return verified(get(requestUri).body());
    }

    public static Request verified(String compactJws) {
        try {
            JWSObject jws = JWSObject.parse(compactJws);
            var leaf = X509CertUtils.parse(
                    jws.getHeader().getX509CertChain().getFirst().decode());
            if (!jws.verify(new ECDSAVerifier((ECPublicKey) leaf.getPublicKey()))) {
                throw new IllegalStateException("signature of the request object");
            }
            return new Request(jws, JSON.readTree(jws.getPayload().toString()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static ObjectNode person() {
        return JSON.createObjectNode().put("family_name", "Mustermann").put("given_name", "Erika");
    }

    /** The payload of a correct answer. */
    public static ObjectNode answer(Request request) {
        return answer(
                request,
                TestPresentationVerifier.presentation(request.text("nonce"), request.text("client_id"), person()));
    }

    public static ObjectNode answer(Request request, String presentation) {
        ObjectNode payload = JSON.createObjectNode();
        payload.putObject("vp_token").putArray("pid").add(presentation);
        return payload.put("state", request.text("state"));
    }

    public static String encrypt(JsonNode payload, ECKey key) {
        return encrypt(
                payload.toString(), key, header(key, EncryptionMethod.A256GCM).build());
    }

    public static JWEHeader.Builder header(ECKey key, EncryptionMethod enc) {
        return new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, enc).keyID(key.getKeyID());
    }

    public static String encrypt(String payload, ECKey key, JWEHeader header) {
        try {
            JWEObject jwe = new JWEObject(header, new Payload(payload));
            jwe.encrypt(new ECDHEncrypter(key));
            return jwe.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers correctly. */
    public HttpResponse<String> present(BridgeNode node, Request request) {
        return present(node, request, answer(request));
    }

    public HttpResponse<String> present(BridgeNode node, Request request, JsonNode payload) {
        return post(node.here(request.responseUri()), Map.of("response", encrypt(payload, request.responseKey())));
    }

    public static URI redirect(HttpResponse<String> response) {
        return URI.create(
                JSON.readTree(response.body()).required("redirect_uri").stringValue());
    }
}
