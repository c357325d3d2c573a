// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.net.URI;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.pid.PidQuery;
import org.stadttor.wallet.presentation.testing.TestAccessCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What OpenID4VP, HAIP, TS 119 472-2 and the OpenID conformance suite want of a request object. */
class RequestObjectSignerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.5Z");
    private static final String NONCE = "n".repeat(43);
    private static final String STATE = "s".repeat(43);

    private final TestAccessCertificate certificate = TestAccessCertificate.create();
    private final AccessCertificate access = new AccessCertificate(certificate.key(), certificate.chainWithAnchor());
    private final RequestObjectSigner signer = new RequestObjectSigner(access, Clock.fixed(NOW, ZoneOffset.UTC));

    private AuthorizationRequest request(@Nullable String walletNonce) {
        return new AuthorizationRequest(
                access.clientId(),
                NONCE,
                STATE,
                URI.create("https://idp.example/wallet/response/abc"),
                PidQuery.forAttributes(Set.of(PidAttribute.FAMILY_NAME)),
                ResponseKey.generate(new SecureRandom()),
                NOW.plusSeconds(300),
                walletNonce);
    }

    private JsonNode payload(AuthorizationRequest request) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(JWSObject.parse(signer.sign(request)).getPayload().toString());
    }

    @Nested
    class Header {

        private final JWSHeader header = header();

        private JWSHeader header() {
            try {
                return JWSObject.parse(signer.sign(request(null))).getHeader();
            } catch (java.text.ParseException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void has_type_and_algorithm() {
            assertThat(header.getType().toString()).isEqualTo("oauth-authz-req+jwt");
            assertThat(header.getAlgorithm().getName()).isEqualTo("ES256");
        }

        @Test
        void has_chain_without_anchor_in_plain_base64() throws Exception {
            assertThat(header.getX509CertChain()).hasSize(1);
            assertThat(Base64.getDecoder()
                            .decode(header.getX509CertChain().getFirst().toString()))
                    .isEqualTo(certificate.leaf().getEncoded());
        }

        @Test
        void has_issue_time() {
            assertThat(header.getCustomParam("iat")).isEqualTo(NOW.getEpochSecond());
        }

        @Test
        void has_nothing_else() {
            assertThat(header.getIncludedParams()).containsExactlyInAnyOrder("typ", "alg", "x5c", "iat");
        }

        @Test
        void signature_is_the_leafs() throws Exception {
            JWSObject jws = JWSObject.parse(signer.sign(request(null)));
            assertThat(jws.verify(
                            new ECDSAVerifier((ECPublicKey) certificate.leaf().getPublicKey())))
                    .isTrue();
        }
    }

    @Nested
    class Parameters {

        @Test
        void are_exactly_those_of_the_profile() throws Exception {
            assertThat(payload(request(null)).propertyNames())
                    .containsExactlyInAnyOrder(
                            "client_id",
                            "aud",
                            "response_type",
                            "response_mode",
                            "response_uri",
                            "nonce",
                            "state",
                            "dcql_query",
                            "client_metadata",
                            "exp");
        }

        @Test
        void have_fixed_values() throws Exception {
            JsonNode payload = payload(request(null));
            assertThat(payload.required("aud").stringValue()).isEqualTo("https://self-issued.me/v2");
            assertThat(payload.required("response_type").stringValue()).isEqualTo("vp_token");
            assertThat(payload.required("response_mode").stringValue()).isEqualTo("direct_post.jwt");
            assertThat(payload.required("client_id").stringValue())
                    .isEqualTo(access.clientId().value());
            assertThat(payload.required("exp").longValue()).isEqualTo(NOW.getEpochSecond() + 300);
            assertThat(payload.required("nonce").stringValue()).isEqualTo(NONCE);
            assertThat(payload.required("state").stringValue()).isEqualTo(STATE);
        }

        @Test
        void echo_the_wallet_nonce() throws Exception {
            assertThat(payload(request("w1")).required("wallet_nonce").stringValue())
                    .isEqualTo("w1");
        }

        @Test
        void reject_wallet_nonce_that_cannot_be_echoed() {
            for (String nonce : new String[] {"x".repeat(513), "line\nbreak", "ä", ""}) {
                assertThatExceptionOfType(OpenId4VpException.class).isThrownBy(() -> request(nonce));
            }
        }

        @Test
        void reject_short_or_unsafe_nonce() {
            for (String nonce : new String[] {"short", "a".repeat(21), "a b".repeat(20), "ä".repeat(43)}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new AuthorizationRequest(
                                access.clientId(),
                                nonce,
                                STATE,
                                URI.create("https://idp.example/r"),
                                PidQuery.forAttributes(Set.of(PidAttribute.FAMILY_NAME)),
                                ResponseKey.generate(new SecureRandom()),
                                NOW,
                                null));
            }
        }

        @Test
        void reject_foreign_client_identifier() {
            TestAccessCertificate renewed = TestAccessCertificate.create();
            RequestObjectSigner other = new RequestObjectSigner(
                    new AccessCertificate(renewed.key(), renewed.chainWithAnchor()), Clock.systemUTC());
            assertThatExceptionOfType(OpenId4VpException.class).isThrownBy(() -> other.sign(request(null)));
        }
    }

    @Nested
    class ClientMetadata {

        @Test
        void has_exactly_three_members() throws Exception {
            assertThat(payload(request(null)).required("client_metadata").propertyNames())
                    .containsExactlyInAnyOrder(
                            "jwks", "encrypted_response_enc_values_supported", "vp_formats_supported");
        }

        @Test
        void has_one_public_encryption_key() throws Exception {
            JsonNode keys = payload(request(null)).at("/client_metadata/jwks/keys");
            assertThat(keys).hasSize(1);
            assertThat(keys.get(0).propertyNames())
                    .containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg");
            assertThat(keys.get(0).required("crv").stringValue()).isEqualTo("P-256");
            assertThat(keys.get(0).required("alg").stringValue()).isEqualTo("ECDH-ES");
            assertThat(keys.get(0).required("use").stringValue()).isEqualTo("enc");
        }

        @Test
        void has_a_new_key_for_each_request() throws Exception {
            assertThat(payload(request(null)).at("/client_metadata/jwks/keys/0/x"))
                    .isNotEqualTo(payload(request(null)).at("/client_metadata/jwks/keys/0/x"));
        }

        @Test
        void offers_both_encryptions_and_the_format() throws Exception {
            JsonNode metadata = payload(request(null)).required("client_metadata");
            assertThat(metadata.required("encrypted_response_enc_values_supported")
                            .toString())
                    .isEqualTo("[\"A128GCM\",\"A256GCM\"]");
            assertThat(metadata.required("vp_formats_supported").toString())
                    .isEqualTo("{\"dc+sd-jwt\":{\"sd-jwt_alg_values\":[\"ES256\"],\"kb-jwt_alg_values\":[\"ES256\"]}}");
        }
    }
}
