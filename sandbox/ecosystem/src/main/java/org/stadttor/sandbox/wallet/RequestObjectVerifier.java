// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadttor.sandbox.keys.Certificates;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

/**
 * Verifies a signed request object as a wallet under HAIP does.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, sections 5, 5.9
 *     and 5.10</a>
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0.html">HAIP 1.0, section
 *     5</a>
 */
final class RequestObjectVerifier {

    private static final String PREFIX = "x509_hash:";
    private static final String AUDIENCE = "https://self-issued.me/v2";

    private final AccessAuthorities authorities;
    private final Clock clock;

    RequestObjectVerifier(AccessAuthorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * The verified request.
     *
     * @param walletNonce what was sent when the request was fetched by POST, else null
     */
    PresentationRequest verify(String requestObject, EngagementLink link, @Nullable String walletNonce) {
        JWSObject jws = parsed(requestObject);
        require(
                jws.getHeader().getType() != null
                        && "oauth-authz-req+jwt"
                                .equals(jws.getHeader().getType().getType()),
                Reason.REQUEST_TYP);
        require(JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm()), Reason.REQUEST_ALGORITHM);
        List<X509Certificate> chain = chain(jws);
        requireTrustedChain(chain);
        requireSignature(jws, chain.getFirst());
        requireClientIdOf(link.clientId(), chain.getFirst());
        Map<String, Object> claims = jws.getPayload().toJSONObject();
        require(claims != null, Reason.REQUEST_MALFORMED);
        require(link.clientId().equals(claims.get("client_id")), Reason.CLIENT_ID_MISMATCH);
        require(AUDIENCE.equals(claims.get("aud")), Reason.AUDIENCE);
        require("vp_token".equals(claims.get("response_type")), Reason.RESPONSE_TYPE);
        require("direct_post.jwt".equals(claims.get("response_mode")), Reason.RESPONSE_MODE);
        require(!claims.containsKey("redirect_uri"), Reason.REDIRECT_URI_PRESENT);
        require(!claims.containsKey("transaction_data"), Reason.TRANSACTION_DATA);
        requireWalletNonce(claims.get("wallet_nonce"), walletNonce);
        requireNotExpired(claims.get("exp"));
        require(claims.containsKey("dcql_query") && !claims.containsKey("scope"), Reason.QUERY_AND_SCOPE);
        return request(claims, chain.getFirst());
    }

    private PresentationRequest request(Map<String, Object> claims, X509Certificate requester) {
        ClientMetadata metadata = ClientMetadata.parse(claims.get("client_metadata"));
        Object state = claims.get("state");
        require(state == null || text(state), Reason.NONCE);
        require(text(claims.get("nonce")), Reason.NONCE);
        return new PresentationRequest(
                String.valueOf(claims.get("client_id")),
                responseUri(claims.get("response_uri")),
                String.valueOf(claims.get("nonce")),
                state == null ? null : state.toString(),
                DcqlQuery.parse(claims.getOrDefault("dcql_query", "")),
                requester,
                metadata.encryptionKey(),
                metadata.encryptionMethods());
    }

    private static JWSObject parsed(String requestObject) {
        try {
            return JWSObject.parse(requestObject);
        } catch (ParseException e) {
            throw new RequestRefusedException(Reason.REQUEST_MALFORMED, e);
        }
    }

    private static List<X509Certificate> chain(JWSObject jws) {
        List<Base64> encoded = jws.getHeader().getX509CertChain();
        require(encoded != null && !encoded.isEmpty(), Reason.REQUEST_CHAIN_MISSING);
        try {
            return encoded.stream()
                    .map(certificate -> Certificates.parse(certificate.decode()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(Reason.REQUEST_CHAIN_MISSING, e);
        }
    }

    private void requireTrustedChain(List<X509Certificate> chain) {
        X509Certificate leaf = chain.getFirst();
        require(
                !leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()),
                Reason.REQUEST_CHAIN_SELF_SIGNED);
        List<X509Certificate> anchors = authorities.certificates();
        require(chain.stream().noneMatch(anchors::contains), Reason.REQUEST_CHAIN_CONTAINS_ANCHOR);
        require(Certificates.leadsTo(anchors, chain, clock.instant()), Reason.REQUEST_CHAIN_UNTRUSTED);
    }

    private static void requireSignature(JWSObject jws, X509Certificate leaf) {
        try {
            require(
                    leaf.getPublicKey() instanceof ECPublicKey key && jws.verify(new ECDSAVerifier(key)),
                    Reason.REQUEST_SIGNATURE);
        } catch (JOSEException e) {
            throw new RequestRefusedException(Reason.REQUEST_SIGNATURE, e);
        }
    }

    private static void requireClientIdOf(String clientId, X509Certificate leaf) {
        require(clientId.startsWith(PREFIX), Reason.CLIENT_ID_PREFIX);
        require(clientId.equals(PREFIX + X509CertUtils.computeSHA256Thumbprint(leaf)), Reason.CLIENT_ID_HASH);
    }

    private static void requireWalletNonce(@Nullable Object claim, @Nullable String sent) {
        require(sent == null ? claim == null : sent.equals(claim), Reason.WALLET_NONCE);
    }

    private void requireNotExpired(@Nullable Object exp) {
        require(
                exp == null
                        || (exp instanceof Number seconds
                                && seconds.longValue() > clock.instant().getEpochSecond()),
                Reason.EXPIRED);
    }

    private static boolean text(@Nullable Object claim) {
        return claim instanceof String value && value.matches("[A-Za-z0-9._~-]+");
    }

    private static URI responseUri(@Nullable Object claim) {
        try {
            URI uri = URI.create(String.valueOf(claim));
            require(uri.getHost() != null && uri.getScheme().startsWith("http"), Reason.RESPONSE_URI);
            return uri;
        } catch (IllegalArgumentException e) {
            throw new RequestRefusedException(Reason.RESPONSE_URI, e);
        }
    }

    private static void require(boolean condition, Reason reason) {
        if (!condition) {
            throw new RequestRefusedException(reason);
        }
    }
}
