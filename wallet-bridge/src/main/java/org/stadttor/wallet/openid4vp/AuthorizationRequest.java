// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.dcql.DcqlJson;
import org.stadttor.wallet.dcql.DcqlQuery;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authorization request as the signed request object carries it: response type {@code vp_token}, response mode
 * {@code direct_post.jwt}, static discovery.
 *
 * @param nonce at least 128 random bits, base64url
 * @param state at least 128 random bits, base64url
 * @param responseUri where the wallet posts to
 * @param dcqlQuery what is asked for
 * @param responseKey what the wallet encrypts to; only its public half is written
 * @param expiresAt end of the request, {@code exp}
 * @param walletNonce of a POST that carried one, echoed; else null
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, sections 5 and
 *     11.1</a>
 */
public record AuthorizationRequest(
        ClientIdentifier clientId,
        String nonce,
        String state,
        URI responseUri,
        DcqlQuery dcqlQuery,
        ResponseKey responseKey,
        Instant expiresAt,
        @Nullable String walletNonce) {

    /** The {@code aud} of requests to wallets found by static discovery (section 5.8). */
    public static final String STATIC_DISCOVERY_AUDIENCE = "https://self-issued.me/v2";

    private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9._~-]{22,}");
    private static final Pattern WALLET_NONCE = Pattern.compile("[\\x20-\\x7e]{1,512}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public AuthorizationRequest {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(dcqlQuery);
        Objects.requireNonNull(responseKey);
        Objects.requireNonNull(expiresAt);
        if (!URL_SAFE.matcher(nonce).matches() || !URL_SAFE.matcher(state).matches()) {
            throw new IllegalArgumentException("nonce and state are at least 128 bits of URL-safe text");
        }
        if (!responseUri.isAbsolute() || responseUri.getFragment() != null) {
            throw new IllegalArgumentException("response_uri is an absolute URI without fragment");
        }
        if (walletNonce != null && !WALLET_NONCE.matcher(walletNonce).matches()) {
            throw new OpenId4VpException(Reason.WALLET_NONCE_INVALID);
        }
    }

    /** The payload of the request object. */
    byte[] payload() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("client_id", clientId.value());
        root.put("aud", STATIC_DISCOVERY_AUDIENCE);
        root.put("response_type", "vp_token");
        root.put("response_mode", "direct_post.jwt");
        root.put("response_uri", responseUri.toString());
        root.put("nonce", nonce);
        root.put("state", state);
        root.set("dcql_query", DcqlJson.write(dcqlQuery));
        root.set("client_metadata", clientMetadata());
        root.put("exp", expiresAt.getEpochSecond());
        if (walletNonce != null) {
            root.put("wallet_nonce", walletNonce);
        }
        return JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    /** Exactly the three members the standard knows (section 5.1). */
    private ObjectNode clientMetadata() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.putObject("jwks")
                .putArray("keys")
                .add(JSON.readTree(responseKey.publicJwk().toJSONString()));
        var encryptions = metadata.putArray("encrypted_response_enc_values_supported");
        ResponseEncryption.identifiers().forEach(encryptions::add);
        ObjectNode sdJwt = metadata.putObject("vp_formats_supported").putObject("dc+sd-jwt");
        sdJwt.putArray("sd-jwt_alg_values").add("ES256");
        sdJwt.putArray("kb-jwt_alg_values").add("ES256");
        return metadata;
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[" + clientId + "]";
    }
}
