// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;

/** Token Status List, section 8.3, step 4 on; the negative list of the digest by name. */
class StatusListTokenTest {

    private static final TestCertificate CA = TestCertificate.ca("Status CA");
    private static final TestCertificate SIGNER = CA.issueLeaf("Status Signer");

    private static TestStatusToken token() {
        return TestStatusToken.by(SIGNER);
    }

    private static final ExplainStatusListToken EXPLAIN =
            new ExplainStatusListToken(StatusWorld.nothing(), Clock.fixed(TestCertificate.NOW, ZoneOffset.UTC));

    /** Every verification of this test is explained as well; of the signer there is no list here. */
    private static StatusListToken verify(String jwt) {
        String explained =
                EXPLAIN.explain(jwt, TestStatusToken.URI, null).refusal().orElseThrow();
        try {
            StatusListToken token = StatusListToken.verify(jwt, TestStatusToken.URI, TestCertificate.NOW);
            assertThat(explained).isEqualTo("trust_list_unavailable");
            return token;
        } catch (InvalidStatusListException e) {
            assertThat(explained).isEqualTo(e.reason().code());
            throw e;
        }
    }

    private static Reason refusal(String jwt) {
        return catchThrowableOfType(InvalidStatusListException.class, () -> verify(jwt))
                .reason();
    }

    private static Reason refusal(Consumer<TestStatusToken> wrong) {
        return refusal(token().with(wrong).jwt());
    }

    private static StatusListToken accepts(Consumer<TestStatusToken> change) {
        return verify(token().with(change).jwt());
    }

    @Test
    void accepts_a_good_token() {
        StatusListToken token = verify(token().jwt());
        assertThat(token.uri()).isEqualTo(TestStatusToken.URI);
        assertThat(token.issuedAt()).isEqualTo(TestCertificate.NOW.minusSeconds(10));
        assertThat(token.expiresAt()).contains(TestCertificate.NOW.plus(Duration.ofDays(2)));
        assertThat(token.timeToLive()).contains(Duration.ofHours(1));
        assertThat(token.signer().certificates()).containsExactly(SIGNER.certificate());
        assertThat(token.list().size()).isEqualTo(16);
        assertThat(token.list().at(0)).isEqualTo(1);
        assertThat(token.list().at(1)).isZero();
    }

    @Nested
    class Form {

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "a", "a.b", "a.b.c.d"})
        void rejects_what_is_no_compact_jws(String text) {
            assertThat(refusal(text)).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void rejects_a_fourth_part() {
            assertThat(refusal(token().jwt() + ".AA")).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void rejects_text_around_it() {
            assertThat(refusal(" " + token().jwt())).isEqualTo(Reason.MALFORMED);
            assertThat(refusal(token().jwt() + "=")).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void rejects_a_token_beyond_the_limit() {
            String jwt = token().jwt();
            assertThat(refusal(jwt + "A".repeat(StatusListToken.MAX_LENGTH - jwt.length())))
                    .isNotEqualTo(Reason.TOO_LARGE);
            assertThat(refusal(jwt + "A".repeat(StatusListToken.MAX_LENGTH + 1 - jwt.length())))
                    .isEqualTo(Reason.TOO_LARGE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "1", "", "{", "{}x", "{\"typ\":\"a\",\"typ\":\"a\"}"})
        void rejects_a_header_that_is_no_plain_object(String header) {
            String jwt = TestJws.sign(
                    header, "{}", "SHA256withECDSAinP1363Format", SIGNER.keys().getPrivate());
            assertThat(refusal(jwt)).isEqualTo(Reason.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "{\"sub\":\"a\",\"sub\":\"a\"}", "{}{}", "null"})
        void rejects_a_payload_that_is_no_plain_object(String payload) {
            String jwt = TestJws.sign(
                    token().header.toString(),
                    payload,
                    "SHA256withECDSAinP1363Format",
                    SIGNER.keys().getPrivate());
            assertThat(refusal(jwt)).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void rejects_bytes_that_are_no_utf8() {
            String header = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {(byte) 0xff, '{', '}'});
            assertThat(refusal(header + ".e30.AAAA")).isEqualTo(Reason.MALFORMED);
        }
    }

    @Nested
    class Header {

        @Test
        void rejects_typ_missing() {
            assertThat(refusal(t -> t.header.remove("typ"))).isEqualTo(Reason.TYP_INVALID);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"jwt", "JWT", "statuslist+cwt", "StatusList+jwt", "application/statuslist+jwt", "dc+sd-jwt"})
        void rejects_typ_jwt_and_others(String typ) {
            assertThat(refusal(t -> t.header.put("typ", typ))).isEqualTo(Reason.TYP_INVALID);
        }

        @Test
        void rejects_typ_that_is_no_text() {
            assertThat(refusal(t -> t.header.put("typ", 1))).isEqualTo(Reason.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "HS256", "RS256", "es256", "EdDSA", "ES256K"})
        void rejects_algorithms_that_are_not_listed(String alg) {
            assertThat(refusal(t -> t.header.put("alg", alg))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
        }

        @Test
        void rejects_a_missing_algorithm() {
            assertThat(refusal(t -> t.header.remove("alg"))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
        }

        @Test
        void rejects_a_mac_with_the_public_key() throws Exception {
            String input = TestJws.base64Url(token().with(t -> t.header.put("alg", "HS256"))
                            .header
                            .toString())
                    + "." + TestJws.base64Url(token().payload.toString());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNER.keys().getPublic().getEncoded(), "HmacSHA256"));
            String jwt = input + "." + TestJws.base64Url(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
            assertThat(refusal(jwt)).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
        }

        @Test
        void rejects_an_algorithm_of_another_curve() {
            assertThat(refusal(t -> t.header.put("alg", "ES384"))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
            assertThat(refusal(t -> t.header.put("alg", "PS256"))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
        }

        @Test
        void accepts_es384() {
            TestCertificate p384 = CA.issueLeaf("P-384", "secp384r1");
            TestStatusToken token = TestStatusToken.by(p384);
            token.header.put("alg", "ES384");
            assertThat(verify(token.jwt("SHA384withECDSAinP1363Format")).list().size())
                    .isEqualTo(16);
        }

        @Test
        void rejects_critical_headers() {
            assertThat(refusal(t -> t.header.putArray("crit").add("b64"))).isEqualTo(Reason.CRITICAL_HEADER_UNKNOWN);
        }

        @Test
        void ignores_other_headers() {
            assertThat(accepts(t -> t.header.put("kid", "1").put("jku", "https://evil.example")))
                    .isNotNull();
        }
    }

    @Nested
    class Chain {

        @Test
        void rejects_a_missing_chain() {
            assertThat(refusal(t -> t.header.remove("x5c"))).isEqualTo(Reason.CHAIN_MISSING);
        }

        @Test
        void rejects_an_empty_or_overlong_chain() {
            assertThat(refusal(t -> t.x5c())).isEqualTo(Reason.CHAIN_INVALID);
            assertThat(refusal(t -> t.x5c(SIGNER, SIGNER, SIGNER, SIGNER, SIGNER, SIGNER, SIGNER)))
                    .isEqualTo(Reason.CHAIN_INVALID);
            assertThat(accepts(t -> t.x5c(SIGNER, SIGNER, SIGNER, SIGNER, SIGNER, SIGNER)))
                    .isNotNull();
        }

        @Test
        void rejects_a_chain_that_is_no_list_of_certificates() {
            assertThat(refusal(t -> t.header.put("x5c", SIGNER.x5c()))).isEqualTo(Reason.CHAIN_INVALID);
            assertThat(refusal(t -> t.header.putArray("x5c").add(1))).isEqualTo(Reason.CHAIN_INVALID);
            assertThat(refusal(t -> t.header.putArray("x5c").add("AAAA"))).isEqualTo(Reason.CHAIN_INVALID);
            assertThat(refusal(t -> t.header.putArray("x5c").add("*"))).isEqualTo(Reason.CHAIN_INVALID);
        }

        @Test
        void rejects_bytes_after_a_certificate() {
            byte[] der = Base64.getDecoder().decode(SIGNER.x5c());
            String longer = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(der, der.length + 1));
            assertThat(refusal(t -> t.header.putArray("x5c").add(longer))).isEqualTo(Reason.CHAIN_INVALID);
        }

        @Test
        void rejects_self_signed_x5c_leaf() {
            TestCertificate own = TestCertificate.selfSigned("Own");
            assertThat(refusal(TestStatusToken.by(own).jwt())).isEqualTo(Reason.SIGNER_SELF_SIGNED);
        }

        @Test
        void rejects_anchor_in_x5c() {
            assertThat(refusal(t -> t.x5c(SIGNER, CA))).isEqualTo(Reason.ANCHOR_IN_CHAIN);
        }
    }

    @Nested
    class Signed {

        @Test
        void rejects_a_signature_by_another_key() {
            TestCertificate other = CA.issueLeaf("Other");
            assertThat(refusal(t -> t.signedWith(other.keys().getPrivate()))).isEqualTo(Reason.SIGNATURE_INVALID);
        }

        @Test
        void rejects_a_changed_payload() {
            String[] parts = token().jwt().split("\\.");
            String changed =
                    TestJws.base64Url(token().statuses(1, "0000").payload.toString());
            assertThat(refusal(parts[0] + "." + changed + "." + parts[2])).isEqualTo(Reason.SIGNATURE_INVALID);
        }

        @Test
        void rejects_a_der_signature() {
            assertThat(refusal(token().jwt("SHA256withECDSA"))).isEqualTo(Reason.SIGNATURE_INVALID);
        }

        @Test
        void rejects_a_weak_rsa_key_and_accepts_a_strong_one() throws Exception {
            assertThat(refusal(rsa(1024))).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
            assertThat(verify(rsa(2048)).list().size()).isEqualTo(16);
        }

        private String rsa(int bits) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair keys = generator.generateKeyPair();
            TestStatusToken token = token();
            token.header.put("alg", "PS256");
            token.header.putArray("x5c").add(RsaCertificate.issuedBy(CA, keys.getPublic()));
            String input =
                    TestJws.base64Url(token.header.toString()) + "." + TestJws.base64Url(token.payload.toString());
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new java.security.spec.PSSParameterSpec(
                    "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
            signature.initSign(keys.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + TestJws.base64Url(signature.sign());
        }
    }

    @Nested
    class Subject {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://status.example/lists/2",
                    "https://status.example/lists/1/",
                    "https://STATUS.example/lists/1",
                    "https://status.example:443/lists/1",
                    ""
                })
        void rejects_sub_other_uri_and_trailing_slash(String sub) {
            assertThat(refusal(t -> t.at(sub))).isEqualTo(Reason.SUBJECT_MISMATCH);
        }

        @Test
        void rejects_a_missing_subject() {
            assertThat(refusal(t -> t.payload.remove("sub"))).isEqualTo(Reason.SUBJECT_MISMATCH);
        }
    }

    @Nested
    class Times {

        @Test
        void rejects_iat_missing() {
            assertThat(refusal(t -> t.payload.remove("iat"))).isEqualTo(Reason.ISSUED_AT_MISSING);
        }

        @Test
        void rejects_iat_future_beyond_the_skew() {
            assertThat(accepts(t -> t.payload.put("iat", TestStatusToken.NOW + 60)))
                    .isNotNull();
            assertThat(refusal(t -> t.payload.put("iat", TestStatusToken.NOW + 61)))
                    .isEqualTo(Reason.ISSUED_IN_FUTURE);
        }

        @Test
        void rejects_dates_that_are_no_numbers() {
            assertThat(refusal(t -> t.payload.put("iat", "1"))).isEqualTo(Reason.MALFORMED);
            assertThat(refusal(t -> t.payload.put("iat", -1))).isEqualTo(Reason.MALFORMED);
            assertThat(refusal(t -> t.payload.put("exp", "never"))).isEqualTo(Reason.MALFORMED);
            assertThat(refusal(t -> t.payload.put("exp", 1e300))).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void accepts_dates_with_a_fraction() {
            assertThat(accepts(t -> t.payload.put("iat", TestStatusToken.NOW - 0.5))
                            .issuedAt())
                    .isEqualTo(TestCertificate.NOW.minusSeconds(1));
        }

        @Test
        void rejects_exp_past() {
            assertThat(accepts(t -> t.payload.put("exp", TestStatusToken.NOW + 1)))
                    .isNotNull();
            assertThat(refusal(t -> t.payload.put("exp", TestStatusToken.NOW))).isEqualTo(Reason.EXPIRED);
        }

        @Test
        void accepts_a_token_without_exp_and_ttl() {
            StatusListToken token = accepts(t -> {
                t.payload.remove("exp");
                t.payload.remove("ttl");
            });
            assertThat(token.expiresAt()).isEmpty();
            assertThat(token.timeToLive()).isEmpty();
        }

        @Test
        void rejects_ttl_0_and_less_and_text() {
            assertThat(refusal(t -> t.payload.put("ttl", 0))).isEqualTo(Reason.TTL_INVALID);
            assertThat(refusal(t -> t.payload.put("ttl", -1))).isEqualTo(Reason.TTL_INVALID);
            assertThat(refusal(t -> t.payload.put("ttl", "60"))).isEqualTo(Reason.TTL_INVALID);
        }

        @Test
        void bounds_ttl_1e12() {
            assertThat(accepts(t -> t.payload.put("ttl", 1e12)).timeToLive())
                    .contains(Duration.ofSeconds(Integer.MAX_VALUE));
            assertThat(accepts(t -> t.payload.put("ttl", 0.1)).timeToLive()).contains(Duration.ofSeconds(1));
        }
    }

    @Nested
    class The_list {

        @Test
        void rejects_a_missing_list() {
            assertThat(refusal(t -> t.payload.remove("status_list"))).isEqualTo(Reason.LIST_MALFORMED);
            assertThat(refusal(t -> t.payload.put("status_list", "x"))).isEqualTo(Reason.LIST_MALFORMED);
            assertThat(refusal(t -> t.list.remove("lst"))).isEqualTo(Reason.LIST_MALFORMED);
        }

        @Test
        void rejects_bits_that_are_no_whole_number() {
            assertThat(refusal(t -> t.list.put("bits", "1"))).isEqualTo(Reason.BITS_INVALID);
            assertThat(refusal(t -> t.list.put("bits", 1.0))).isEqualTo(Reason.BITS_INVALID);
            assertThat(refusal(t -> t.list.remove("bits"))).isEqualTo(Reason.BITS_INVALID);
            assertThat(refusal(t -> t.list.put("bits", 3))).isEqualTo(Reason.BITS_INVALID);
        }

        @Test
        void rejects_lst_padded() {
            String padded = Base64.getUrlEncoder().encodeToString(TestStatusToken.zlib(TestStatusToken.EXAMPLE));
            assertThat(padded).endsWith("=");
            assertThat(refusal(t -> t.list.put("lst", padded))).isEqualTo(Reason.LIST_MALFORMED);
        }

        @Test
        void rejects_lst_standard_base64() {
            // Its second and third bytes make the two characters that differ between the alphabets.
            byte[] stored = TestStatusToken.zlib(new byte[] {(byte) 0xfb, (byte) 0xef, (byte) 0xbe, (byte) 0xff});
            String standard = Base64.getEncoder().withoutPadding().encodeToString(stored);
            assertThat(standard).containsAnyOf("+", "/");
            assertThat(refusal(t -> t.list.put("lst", standard))).isEqualTo(Reason.LIST_MALFORMED);
        }

        @Test
        void ignores_the_aggregation_address() {
            assertThat(accepts(t -> t.list.put("aggregation_uri", "https://status.example/all")))
                    .isNotNull();
        }
    }

    @FuzzTest
    void any_text_is_refused_without_the_key(byte[] input) {
        assertThat(refusal(new String(input, StandardCharsets.UTF_8))).isNotNull();
    }

    @FuzzTest
    void any_signed_payload_is_a_token_or_is_refused(byte[] input) {
        String jwt = TestJws.sign(
                token().header.toString(),
                new String(input, StandardCharsets.UTF_8),
                "SHA256withECDSAinP1363Format",
                SIGNER.keys().getPrivate());
        try {
            assertThat(verify(jwt).uri()).isEqualTo(TestStatusToken.URI);
        } catch (InvalidStatusListException e) {
            assertThat(e.reason().code()).isNotEmpty();
        }
    }
}
