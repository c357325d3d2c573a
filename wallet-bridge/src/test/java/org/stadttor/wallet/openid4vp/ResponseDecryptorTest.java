// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResponseDecryptorTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAYLOAD = "{\"vp_token\":{\"pid\":[\"x\"]},\"state\":\"s\"}";

    private final ResponseKey key = ResponseKey.generate(new SecureRandom());
    private final ResponseDecryptor decryptor = new ResponseDecryptor(256 * 1024);

    private static void rejects(Reason reason, Runnable action) {
        assertThatExceptionOfType(OpenId4VpException.class)
                .isThrownBy(action::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private String encrypted(EncryptionMethod enc) {
        return ProtocolWallet.encrypt(
                PAYLOAD,
                key.publicJwk(),
                ProtocolWallet.header(key.publicJwk(), enc).build());
    }

    /** A correct response whose protected header was changed afterwards. */
    private String withHeader(UnaryOperator<ObjectNode> change) {
        String jwe = encrypted(EncryptionMethod.A128GCM);
        ObjectNode header =
                (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(jwe.substring(0, jwe.indexOf('.'))));
        return Base64URL.encode(change.apply(header).toString()) + jwe.substring(jwe.indexOf('.'));
    }

    private void accepts(String jwe) {
        assertThat(decryptor.decrypt(jwe, key).requireState("s").response())
                .isInstanceOf(AuthorizationResponse.VpToken.class);
    }

    @Test
    void decrypts_the_published_example() throws Exception {
        JsonNode vector = JSON.readTree(SharedMaterial.text("standards/vectors/openid4vp/direct_post_jwt_jwe.json"));
        ResponseKey published =
                ResponseKey.ofJwk(ECKey.parse(vector.required("private_jwk").toString()));
        AuthorizationResponse response = decryptor
                .decrypt(vector.required("jwe").stringValue(), published)
                .response();
        assertThat(response)
                .isInstanceOfSatisfying(
                        AuthorizationResponse.VpToken.class,
                        token -> assertThat(token.presentations()).containsOnlyKeys("example_credential_id"));
    }

    @Nested
    class Encryption {

        @Test
        void accepts_a128gcm() {
            accepts(encrypted(EncryptionMethod.A128GCM));
        }

        @Test
        void accepts_a256gcm() {
            accepts(encrypted(EncryptionMethod.A256GCM));
        }

        @Test
        void rejects_encryption_not_offered() {
            rejects(
                    Reason.JWE_ENCRYPTION_NOT_ALLOWED,
                    () -> decryptor.decrypt(encrypted(EncryptionMethod.A192GCM), key));
            rejects(
                    Reason.JWE_ENCRYPTION_NOT_ALLOWED,
                    () -> decryptor.decrypt(encrypted(EncryptionMethod.A128CBC_HS256), key));
        }

        @Test
        void rejects_missing_encryption() {
            rejects(Reason.JWE_ENCRYPTION_NOT_ALLOWED, () -> decryptor.decrypt(withHeader(h -> h.without("enc")), key));
        }
    }

    @Nested
    class Algorithm {

        @Test
        void rejects_dir() throws Exception {
            JWEObject jwe = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128GCM)
                            .keyID(key.kid())
                            .build(),
                    new Payload(PAYLOAD));
            jwe.encrypt(new DirectEncrypter(new byte[16]));
            rejects(Reason.JWE_ALGORITHM_NOT_ALLOWED, () -> decryptor.decrypt(jwe.serialize(), key));
        }

        @Test
        void rejects_key_wrapping() throws Exception {
            JWEObject jwe = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A128KW, EncryptionMethod.A128GCM)
                            .keyID(key.kid())
                            .build(),
                    new Payload(PAYLOAD));
            jwe.encrypt(new ECDHEncrypter(key.publicJwk()));
            // An encrypted key where there must be none.
            rejects(Reason.JWE_MALFORMED, () -> decryptor.decrypt(jwe.serialize(), key));
        }

        @Test
        void rejects_key_wrapping_without_wrapped_key() {
            rejects(
                    Reason.JWE_ALGORITHM_NOT_ALLOWED,
                    () -> decryptor.decrypt(withHeader(h -> h.put("alg", "ECDH-ES+A128KW")), key));
        }

        @Test
        void rejects_missing_algorithm() {
            rejects(Reason.JWE_ALGORITHM_NOT_ALLOWED, () -> decryptor.decrypt(withHeader(h -> h.without("alg")), key));
        }
    }

    @Nested
    class KeyId {

        @Test
        void rejects_foreign_kid() {
            rejects(Reason.JWE_KEY_UNKNOWN, () -> decryptor.decrypt(withHeader(h -> h.put("kid", "other")), key));
        }

        @Test
        void rejects_missing_kid() {
            rejects(Reason.JWE_KEY_UNKNOWN, () -> decryptor.decrypt(withHeader(h -> h.without("kid")), key));
        }

        @Test
        void rejects_response_to_another_request() {
            ResponseKey other = ResponseKey.generate(new SecureRandom());
            rejects(Reason.JWE_KEY_UNKNOWN, () -> decryptor.decrypt(encrypted(EncryptionMethod.A128GCM), other));
        }

        @Test
        void rejects_own_kid_over_foreign_key() {
            ResponseKey other = ResponseKey.generate(new SecureRandom());
            String jwe = ProtocolWallet.encrypt(
                    PAYLOAD,
                    other.publicJwk(),
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                            .keyID(key.kid())
                            .build());
            rejects(Reason.JWE_NOT_DECRYPTED, () -> decryptor.decrypt(jwe, key));
        }
    }

    @Nested
    class Header {

        @Test
        void rejects_compression() throws Exception {
            JWEObject jwe = new JWEObject(
                    ProtocolWallet.header(key.publicJwk(), EncryptionMethod.A128GCM)
                            .compressionAlgorithm(CompressionAlgorithm.DEF)
                            .build(),
                    new Payload(PAYLOAD));
            jwe.encrypt(new ECDHEncrypter(key.publicJwk()));
            rejects(Reason.JWE_COMPRESSED, () -> decryptor.decrypt(jwe.serialize(), key));
        }

        @Test
        void rejects_critical_parameters() {
            rejects(
                    Reason.JWE_CRITICAL_HEADER,
                    () -> decryptor.decrypt(withHeader(h -> h.set("crit", JSON.readTree("[\"exp\"]"))), key));
        }

        @Test
        void rejects_duplicate_members() {
            String jwe = encrypted(EncryptionMethod.A128GCM);
            String header = new String(
                    Base64.getUrlDecoder().decode(jwe.substring(0, jwe.indexOf('.'))), StandardCharsets.UTF_8);
            String doubled = "{\"alg\":\"ECDH-ES\"," + header.substring(1);
            rejects(
                    Reason.JWE_MALFORMED,
                    () -> decryptor.decrypt(Base64URL.encode(doubled) + jwe.substring(jwe.indexOf('.')), key));
        }

        @Test
        void rejects_change_after_encryption() {
            rejects(Reason.JWE_NOT_DECRYPTED, () -> decryptor.decrypt(withHeader(h -> h.put("apu", "AAAA")), key));
        }

        @Test
        void accepts_party_information() {
            accepts(ProtocolWallet.encrypt(
                    PAYLOAD,
                    key.publicJwk(),
                    ProtocolWallet.header(key.publicJwk(), EncryptionMethod.A256GCM)
                            .agreementPartyUInfo(Base64URL.encode("wallet"))
                            .agreementPartyVInfo(Base64URL.encode("verifier"))
                            .build()));
        }
    }

    @Nested
    class EphemeralKey {

        @Test
        void rejects_other_curve() throws Exception {
            ECKey p384 = new ECKeyGenerator(Curve.P_384).generate().toPublicJWK();
            rejects(Reason.JWE_EPHEMERAL_KEY_INVALID, () -> decryptor.decrypt(withEpk(p384.toJSONString()), key));
        }

        @Test
        void rejects_point_off_the_curve() {
            String x = Base64URL.encode(new byte[32]).toString();
            String y = coordinate(BigInteger.ONE);
            rejects(
                    Reason.JWE_EPHEMERAL_KEY_INVALID,
                    () -> decryptor.decrypt(
                            withEpk("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}"),
                            key));
        }

        @Test
        void rejects_other_key_type() {
            rejects(
                    Reason.JWE_EPHEMERAL_KEY_INVALID,
                    () -> decryptor.decrypt(withEpk("{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AAAA\"}"), key));
        }

        @Test
        void rejects_private_key() throws Exception {
            ECKey p256 = new ECKeyGenerator(Curve.P_256).generate();
            rejects(Reason.JWE_EPHEMERAL_KEY_INVALID, () -> decryptor.decrypt(withEpk(p256.toJSONString()), key));
        }

        @Test
        void rejects_missing() {
            rejects(Reason.JWE_EPHEMERAL_KEY_INVALID, () -> decryptor.decrypt(withHeader(h -> h.without("epk")), key));
        }

        private String withEpk(String epk) {
            return withHeader(header -> {
                header.set("epk", JSON.readTree(epk));
                return header;
            });
        }

        private static String coordinate(BigInteger value) {
            byte[] bytes = new byte[32];
            bytes[31] = value.byteValue();
            return Base64URL.encode(bytes).toString();
        }
    }

    @Nested
    class Serialisation {

        @Test
        void rejects_jws() {
            rejects(Reason.JWE_MALFORMED, () -> decryptor.decrypt("e30.e30.AAAA", key));
        }

        @Test
        void rejects_json_serialisation() {
            rejects(Reason.JWE_MALFORMED, () -> decryptor.decrypt("{\"protected\":\"e30\"}", key));
        }

        @Test
        void rejects_padding_and_spaces() {
            String jwe = encrypted(EncryptionMethod.A128GCM);
            rejects(Reason.JWE_MALFORMED, () -> decryptor.decrypt(jwe + "=", key));
            rejects(Reason.JWE_MALFORMED, () -> decryptor.decrypt(jwe + "\n", key));
        }

        @Test
        void rejects_changed_ciphertext() {
            String[] parts = encrypted(EncryptionMethod.A128GCM).split("\\.");
            char first = parts[3].charAt(0) == 'A' ? 'B' : 'A';
            String changed = parts[0] + ".." + parts[2] + "." + first + parts[3].substring(1) + "." + parts[4];
            rejects(Reason.JWE_NOT_DECRYPTED, () -> decryptor.decrypt(changed, key));
        }

        @Test
        void rejects_short_tag_and_iv() {
            String[] parts = encrypted(EncryptionMethod.A128GCM).split("\\.");
            String shortTag = parts[0] + ".." + parts[2] + "." + parts[3] + "." + parts[4].substring(0, 8);
            rejects(Reason.JWE_NOT_DECRYPTED, () -> decryptor.decrypt(shortTag, key));
            String shortIv = parts[0] + ".." + parts[2].substring(0, 8) + "." + parts[3] + "." + parts[4];
            rejects(Reason.JWE_NOT_DECRYPTED, () -> decryptor.decrypt(shortIv, key));
        }

        @Test
        void rejects_too_large() {
            rejects(
                    Reason.JWE_TOO_LARGE,
                    () -> new ResponseDecryptor(100).decrypt(encrypted(EncryptionMethod.A128GCM), key));
        }
    }

    @Nested
    class StoredKey {

        @Test
        void accepts_after_storage() {
            ResponseKey stored = ResponseKey.decode(key.encoded());
            assertThat(stored.kid()).isEqualTo(key.kid());
            assertThat(decryptor
                            .decrypt(encrypted(EncryptionMethod.A128GCM), stored)
                            .requireState("s")
                            .response())
                    .isInstanceOf(AuthorizationResponse.VpToken.class);
        }

        @Test
        void is_never_shown() {
            assertThat(key.toString()).isEqualTo("ResponseKey[" + key.kid() + "]");
            assertThat(key.publicJwk().isPrivate()).isFalse();
        }
    }
}
