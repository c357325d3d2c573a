// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stadttor.trustlist.testing.TestCertificate.NOW;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.trustlist.lote.InvalidListException.Reason;
import org.stadttor.trustlist.testing.TestCertificate;
import org.stadttor.trustlist.testing.TestList;

class LoteSignatureTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestCertificate SIGNER = TestCertificate.selfSigned("Signer");
    private static final ListOfTrustedEntities LIST =
            TestList.full(SIGNER.certificate(), TestCertificate.rootCa("CA").certificate());
    private static final byte[] PAYLOAD = LoteJson.write(LIST);
    private static final String JWS = LoteSignature.sign(PAYLOAD, SIGNER.key(), SIGNER.certificate(), NOW);

    private static SignedList verify(String jws, X509Certificate... pinned) {
        return LoteSignature.verify(jws, List.of(pinned), CLOCK);
    }

    private static void assertRefused(String jws, Reason reason) {
        assertRefused(jws, reason, SIGNER.certificate());
    }

    private static void assertRefused(String jws, Reason reason, X509Certificate... pinned) {
        assertThatExceptionOfType(InvalidListException.class)
                .isThrownBy(() -> verify(jws, pinned))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** A compact JWS with exactly this header, really signed. */
    private static String jws(String header, byte[] payload, String jcaAlgorithm, TestCertificate signer) {
        try {
            String input = base64Url(header.getBytes(StandardCharsets.UTF_8)) + "." + base64Url(payload);
            Signature signature = Signature.getInstance(jcaAlgorithm);
            if (jcaAlgorithm.equals("RSASSA-PSS")) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initSign(signer.key());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64Url(signature.sign());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String es256(String header) {
        return jws(header, PAYLOAD, "SHA256withECDSAinP1363Format", SIGNER);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String x5c(TestCertificate certificate) {
        try {
            return "\"x5c\":[\""
                    + Base64.getEncoder()
                            .encodeToString(certificate.certificate().getEncoded()) + "\"]";
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class Signing {
        @Test
        void accepts_own_signature_and_returns_the_list() {
            SignedList signed = verify(JWS, SIGNER.certificate());
            assertThat(signed.list()).isEqualTo(LIST);
            assertThat(signed.signer()).isEqualTo(SIGNER.certificate());
            assertThat(signed.compactJws()).isEqualTo(JWS);
            assertThat(signed.payloadDigest()).hasSize(64);
        }

        @Test
        void writes_exactly_the_header_members_of_baseline_b() {
            String header = new String(
                    Base64.getUrlDecoder().decode(JWS.substring(0, JWS.indexOf('.'))), StandardCharsets.UTF_8);
            assertThat(new tools.jackson.databind.json.JsonMapper()
                            .readTree(header)
                            .propertyNames())
                    .containsExactlyInAnyOrder("alg", "iat", "x5c", "x5t#S256", "typ");
        }
    }

    @Nested
    class Serialisation {
        @Test
        void trims_white_space_around_the_jws() {
            assertThat(verify(" \r\n" + JWS + "\t\n", SIGNER.certificate()).compactJws())
                    .isEqualTo(JWS);
        }

        @Test
        void rejects_bom() {
            assertRefused("\uFEFF" + JWS, Reason.MALFORMED_JWS);
        }

        @Test
        void rejects_gzip_and_other_non_jws_content() {
            assertRefused("\u001f\u008b\b\0\0\0\0", Reason.MALFORMED_JWS);
            assertRefused("", Reason.MALFORMED_JWS);
            assertRefused("..", Reason.MALFORMED_JWS);
            assertRefused("a.b.c", Reason.MALFORMED_JWS);
            assertRefused(new String(PAYLOAD, StandardCharsets.UTF_8), Reason.MALFORMED_JWS);
            assertRefused(JWS.replace(".", "=."), Reason.MALFORMED_JWS);
            assertRefused(JWS + ".", Reason.MALFORMED_JWS);
        }

        @Test
        void rejects_sizes_beyond_the_limit() {
            assertRefused("a".repeat(29_000_000), Reason.TOO_LARGE);
        }

        @Test
        void rejects_detached_payload() {
            String[] parts = JWS.split("\\.");
            assertRefused(parts[0] + ".." + parts[2], Reason.PAYLOAD_DETACHED);
            assertRefused(
                    es256("{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]," + x5c(SIGNER) + "}"),
                    Reason.PAYLOAD_DETACHED);
            assertRefused(
                    es256("{\"alg\":\"ES256\",\"sigD\":{},\"crit\":[\"sigD\"]," + x5c(SIGNER) + "}"),
                    Reason.PAYLOAD_DETACHED);
        }

        @Test
        void rejects_duplicate_header_members() {
            assertRefused(es256("{\"alg\":\"none\",\"alg\":\"ES256\"," + x5c(SIGNER) + "}"), Reason.MALFORMED_JWS);
        }
    }

    @Nested
    class Algorithm {
        @Test
        void rejects_alg_none() {
            String header = base64Url(("{\"alg\":\"none\"," + x5c(SIGNER) + "}").getBytes(StandardCharsets.UTF_8));
            assertRefused(header + "." + base64Url(PAYLOAD) + ".AA", Reason.MALFORMED_JWS);
            assertRefused(header + "." + base64Url(PAYLOAD) + ".", Reason.MALFORMED_JWS);
        }

        @Test
        void rejects_hs256_with_the_public_key() throws Exception {
            String input = base64Url(("{\"alg\":\"HS256\"," + x5c(SIGNER) + "}").getBytes(StandardCharsets.UTF_8)) + "."
                    + base64Url(PAYLOAD);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNER.certificate().getPublicKey().getEncoded(), "HmacSHA256"));
            assertRefused(
                    input + "." + base64Url(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII))),
                    Reason.ALGORITHM_NOT_ALLOWED);
        }

        @Test
        void rejects_rs256_and_accepts_ps256() {
            TestCertificate rsa = TestCertificate.create(
                    "RSA", b -> b.keys(TestCertificate.newKeys("RSA", "2048")).algorithm("SHA256withRSA"));
            assertRefused(
                    jws("{\"alg\":\"RS256\"," + x5c(rsa) + "}", PAYLOAD, "SHA256withRSA", rsa),
                    Reason.ALGORITHM_NOT_ALLOWED,
                    rsa.certificate());
            assertThat(verify(
                                    jws("{\"alg\":\"PS256\"," + x5c(rsa) + "}", PAYLOAD, "RSASSA-PSS", rsa),
                                    rsa.certificate())
                            .list())
                    .isEqualTo(LIST);
        }

        @Test
        void accepts_es384_and_rejects_an_algorithm_of_another_curve() {
            TestCertificate p384 = TestCertificate.create(
                    "P384",
                    b -> b.keys(TestCertificate.newKeys("EC", "secp384r1")).algorithm("SHA384withECDSA"));
            assertThat(verify(
                                    jws(
                                            "{\"alg\":\"ES384\"," + x5c(p384) + "}",
                                            PAYLOAD,
                                            "SHA384withECDSAinP1363Format",
                                            p384),
                                    p384.certificate())
                            .list())
                    .isEqualTo(LIST);
            assertRefused(
                    jws("{\"alg\":\"ES256\"," + x5c(p384) + "}", PAYLOAD, "SHA256withECDSAinP1363Format", p384),
                    Reason.ALGORITHM_NOT_ALLOWED,
                    p384.certificate());
            assertRefused(es256("{\"alg\":\"PS256\"," + x5c(SIGNER) + "}"), Reason.ALGORITHM_NOT_ALLOWED);
        }
    }

    @Nested
    class CriticalMembers {
        @Test
        void accepts_sig_t_of_older_signatures() {
            assertThat(verify(
                                    es256("{\"alg\":\"ES256\",\"sigT\":\"2025-01-01T00:00:00Z\",\"crit\":[\"sigT\"],"
                                            + x5c(SIGNER) + "}"),
                                    SIGNER.certificate())
                            .list())
                    .isEqualTo(LIST);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[\"exp\"]", "[\"sigT\",\"new\"]", "[\"sigT\"]", "[]"})
        void rejects_crit_unknown_absent_or_empty(String critical) {
            assertRefused(
                    es256("{\"alg\":\"ES256\",\"exp\":1,\"new\":1,\"crit\":" + critical + "," + x5c(SIGNER) + "}"),
                    Reason.CRITICAL_HEADER_UNKNOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"sigT\"", "{}", "[1]"})
        void rejects_crit_of_the_wrong_type(String critical) {
            assertThatExceptionOfType(InvalidListException.class)
                    .isThrownBy(() -> verify(
                            es256("{\"alg\":\"ES256\",\"sigT\":\"x\",\"crit\":" + critical + "," + x5c(SIGNER) + "}"),
                            SIGNER.certificate()));
        }
    }

    @Nested
    class Signer {
        @Test
        void rejects_signer_not_pinned() {
            TestCertificate other = TestCertificate.selfSigned("Signer");
            assertRefused(LoteSignature.sign(PAYLOAD, other.key(), other.certificate(), NOW), Reason.SIGNER_NOT_PINNED);
            assertRefused(JWS, Reason.SIGNER_NOT_PINNED, new X509Certificate[0]);
        }

        @Test
        void rejects_pinned_certificate_in_the_header_of_a_foreign_signature() {
            TestCertificate other = TestCertificate.selfSigned("Other");
            assertRefused(
                    LoteSignature.sign(PAYLOAD, other.key(), SIGNER.certificate(), NOW), Reason.SIGNATURE_INVALID);
        }

        @Test
        void rejects_certificate_issued_by_the_pinned_one() {
            TestCertificate ca = TestCertificate.rootCa("List CA");
            TestCertificate below = ca.issue("Below");
            assertRefused(
                    LoteSignature.sign(PAYLOAD, below.key(), below.certificate(), NOW),
                    Reason.SIGNER_NOT_PINNED,
                    ca.certificate());
        }

        @Test
        void accepts_another_certificate_of_the_pinned_key() {
            TestCertificate renewed = TestCertificate.create("Renewed", b -> b.keys(SIGNER.keys()));
            assertThat(verify(
                                    LoteSignature.sign(PAYLOAD, SIGNER.key(), renewed.certificate(), NOW),
                                    SIGNER.certificate())
                            .signer())
                    .isEqualTo(SIGNER.certificate());
        }

        @Test
        void accepts_one_of_several_pins() {
            X509Certificate other = TestCertificate.selfSigned("Other").certificate();
            assertThat(verify(JWS, other, SIGNER.certificate()).signer()).isEqualTo(SIGNER.certificate());
        }

        @Test
        void accepts_thumbprint_alone() {
            String thumbprint = SignatureHeader.thumbprint(SIGNER.certificate()).toString();
            assertThat(verify(es256("{\"alg\":\"ES256\",\"x5t#S256\":\"" + thumbprint + "\"}"), SIGNER.certificate())
                            .list())
                    .isEqualTo(LIST);
        }

        @Test
        void rejects_thumbprint_of_another_certificate_than_x5c() {
            TestCertificate other = TestCertificate.selfSigned("Other");
            String thumbprint = SignatureHeader.thumbprint(other.certificate()).toString();
            assertRefused(
                    es256("{\"alg\":\"ES256\",\"x5t#S256\":\"" + thumbprint + "\"," + x5c(SIGNER) + "}"),
                    Reason.SIGNER_NOT_PINNED,
                    SIGNER.certificate(),
                    other.certificate());
        }

        @Test
        void rejects_header_that_names_no_certificate_or_a_key_only() {
            assertRefused(es256("{\"alg\":\"ES256\",\"kid\":\"signer\"}"), Reason.SIGNER_UNNAMED);
            assertRefused(
                    es256("{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\","
                            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                            + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}}"),
                    Reason.SIGNER_UNNAMED);
        }

        @Test
        void rejects_signer_that_is_not_valid_now() {
            TestCertificate old =
                    TestCertificate.create("Old", b -> b.valid(NOW.minusSeconds(100), NOW.minusSeconds(1)));
            TestCertificate future =
                    TestCertificate.create("Future", b -> b.valid(NOW.plusSeconds(1), NOW.plusSeconds(100)));
            assertRefused(
                    LoteSignature.sign(PAYLOAD, old.key(), old.certificate(), NOW),
                    Reason.SIGNER_EXPIRED,
                    old.certificate());
            assertRefused(
                    LoteSignature.sign(PAYLOAD, future.key(), future.certificate(), NOW),
                    Reason.SIGNER_NOT_YET_VALID,
                    future.certificate());
        }

        @Test
        void rejects_signing_time_in_the_future_and_tolerates_a_small_skew() {
            assertRefused(
                    LoteSignature.sign(PAYLOAD, SIGNER.key(), SIGNER.certificate(), NOW.plusSeconds(3_600)),
                    Reason.SIGNING_TIME_INVALID);
            assertRefused(
                    es256("{\"alg\":\"ES256\",\"iat\":\"now\"," + x5c(SIGNER) + "}"), Reason.SIGNING_TIME_INVALID);
            assertRefused(es256("{\"alg\":\"ES256\",\"iat\":1e300," + x5c(SIGNER) + "}"), Reason.SIGNING_TIME_INVALID);
            assertThat(verify(
                            LoteSignature.sign(PAYLOAD, SIGNER.key(), SIGNER.certificate(), NOW.plusSeconds(60)),
                            SIGNER.certificate()))
                    .isNotNull();
        }
    }

    @Nested
    class Payload {
        @Test
        void rejects_changed_payload() {
            String[] parts = JWS.split("\\.");
            byte[] changed = new String(PAYLOAD, StandardCharsets.UTF_8)
                    .replace("Bundesdruckerei", "Bundesdruckerey")
                    .getBytes(StandardCharsets.UTF_8);
            assertRefused(parts[0] + "." + base64Url(changed) + "." + parts[2], Reason.SIGNATURE_INVALID);
        }

        @Test
        void rejects_zero_and_der_signatures() {
            String[] parts = JWS.split("\\.");
            assertRefused(parts[0] + "." + parts[1] + "." + base64Url(new byte[64]), Reason.SIGNATURE_INVALID);
            assertRefused(
                    jws("{\"alg\":\"ES256\"," + x5c(SIGNER) + "}", PAYLOAD, "SHA256withECDSA", SIGNER),
                    Reason.SIGNATURE_INVALID);
        }

        @Test
        void reads_the_payload_strictly_only_after_the_signature() {
            assertRefused(
                    LoteSignature.sign(
                            "{\"LoTE\":1}".getBytes(StandardCharsets.UTF_8), SIGNER.key(), SIGNER.certificate(), NOW),
                    Reason.WRAPPER_MISSING);
            TestCertificate other = TestCertificate.selfSigned("Other");
            assertRefused(
                    LoteSignature.sign("{".getBytes(StandardCharsets.UTF_8), other.key(), SIGNER.certificate(), NOW),
                    Reason.SIGNATURE_INVALID);
        }
    }

    @Nested
    class Published {
        @Test
        void verifies_the_german_sandbox_list_under_its_signer_and_finds_its_four_services() throws Exception {
            SignedList signed = verify(
                    SharedMaterial.text("trust-data/de-sandbox/pid-provider-seq2.jwt"),
                    pem("trust-data/de-sandbox/lote-signer.pem"));
            ListOfTrustedEntities list = signed.list().requireType(ListOfTrustedEntities.PID_PROVIDERS);
            assertThat(list.sequenceNumber()).isEqualTo(2);
            assertThat(list.operatorName()).isEqualTo("SPRIND GmbH");
            assertThat(list.nextUpdate()).isEqualTo(Instant.parse("2027-06-28T22:04:42.627Z"));
            assertThat(list.entities())
                    .hasSize(2)
                    .allSatisfy(e -> assertThat(e.country()).isEqualTo("DE"));
            List<String> types = new ArrayList<>();
            list.entities().forEach(e -> e.services().forEach(s -> types.add(s.typeUri())));
            assertThat(types)
                    .containsExactlyInAnyOrder(
                            ServiceType.PID_ISSUANCE.uri(),
                            ServiceType.PID_REVOCATION.uri(),
                            ServiceType.PID_ISSUANCE.uri(),
                            ServiceType.PID_REVOCATION.uri());
            assertThat(list.entities())
                    .flatExtracting(TrustedEntity::services)
                    .flatExtracting(TrustedService::certificates)
                    .containsOnly(
                            pem("trust-data/de-sandbox/pidp-preprod-ca.pem"),
                            pem("trust-data/de-sandbox/pidp-demo-ca.pem"));
        }

        @Test
        void refuses_the_german_sandbox_list_under_another_pin() {
            assertRefused(SharedMaterial.text("trust-data/de-sandbox/pid-provider-seq2.jwt"), Reason.SIGNER_NOT_PINNED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nxd-pid-signature-inside.json",
                    "webuild-wrpac-signature-inside.json",
                    "nxd-pid-xmldsig-not-xades.xml",
                    "dss-valid-signed-filter2.xml",
                    "wp4-pid-lote-EU.xml",
                    "ec-mock-pid-v0.0.2.json",
                    "dss-valid-full.json",
                    "dss-invalid.json"
                })
        void refuses_what_is_no_compact_jws(String file) {
            assertRefused(SharedMaterial.text("trust-data/lote/" + file), Reason.MALFORMED_JWS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"wp4-pid-lote-EU.json.jws", "wp4-lotl-EU.json.jws"})
        void refuses_rs256(String file) {
            assertRefused(SharedMaterial.text("trust-data/lote/" + file), Reason.ALGORITHM_NOT_ALLOWED);
        }

        private static X509Certificate pem(String path) throws Exception {
            try (InputStream in = Files.newInputStream(SharedMaterial.file(path))) {
                return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            }
        }
    }
}
