// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stadttor.wallet.fixture.TestCertificate.NOW;
import static org.stadttor.wallet.fixture.TestVerification.BINDING;
import static org.stadttor.wallet.fixture.TestVerification.CLOCK;
import static org.stadttor.wallet.fixture.TestVerification.RULES;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.trustlist.evaluation.TrustDecision;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.ExplainCredential;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.credential.VerifiedCredential;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestIssuer;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.fixture.TestPid;
import org.stadttor.wallet.fixture.TestPresentation;
import org.stadttor.wallet.fixture.TestWallet;
import org.stadttor.wallet.statuslist.StatusReference;
import org.stadttor.wallet.trust.TrustListUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One block per step of SD-JWT VC verification; the negative list of SD-JWT VC and key binding, one line per test. */
class SdJwtVcVerifierTest {

    private final TestIssuer issuer = TestIssuer.create();
    private final TestWallet wallet = TestWallet.create();
    private final TestPid pid = TestPid.german(wallet);
    private final List<StatusReference> checked = new ArrayList<>();

    private ListOfTrustedEntities list = issuer.list();
    private VerificationRules rules = RULES;
    private Clock clock = CLOCK;

    private SdJwtVcVerifier verifier() {
        return new SdJwtVcVerifier(() -> list, (reference, trusted) -> checked.add(reference), rules, clock);
    }

    /** Every verification of this test is explained as well: the explanation must say the same. */
    private VerifiedCredential verify(String presentation) {
        SdJwtVcVerifier verifier = verifier();
        Optional<String> explained = new ExplainSdJwtVc(verifier, () -> list)
                .explain(
                        presentation,
                        new ExplainCredential.Expected(BINDING.clientId(), BINDING.nonce(), BINDING.requestedAt()))
                .refusal();
        checked.clear();
        try {
            VerifiedCredential verified = verifier.verify(presentation, BINDING);
            assertThat(explained).isEmpty();
            return verified;
        } catch (CredentialRejectedException e) {
            assertThat(explained).contains(e.reason().code());
            throw e;
        }
    }

    private TestPresentation present(TestPid presented) {
        return wallet.present(presented, issuer, BINDING, "family_name", "address.locality", "nationalities.0");
    }

    private void assertRejected(Reason reason, TestPresentation presentation) {
        assertRejected(reason, presentation.text());
    }

    private void assertRejected(Reason reason, String presentation) {
        assertThatExceptionOfType(CredentialRejectedException.class)
                .isThrownBy(() -> verify(presentation))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e).hasMessage(reason.code()));
    }

    @Test
    void accepts_a_german_pid() {
        VerifiedCredential verified = verify(present(pid).text());

        assertThat(verified.format()).isEqualTo(CredentialFormat.DC_SD_JWT);
        assertThat(verified.type()).isEqualTo("urn:eudi:pid:de:1");
        assertThat(verified.issuer().entityName()).isEqualTo("Test PID provider");
        assertThat(verified.issuer().country()).isEqualTo("DE");
        assertThat(verified.issuer().listSequence()).isEqualTo(7);
        assertThat(verified.issuer().anchorSha256()).hasSize(64).matches("[0-9a-f]+");
        assertThat(verified.claims().select(ClaimsPath.of("family_name")))
                .singleElement()
                .isEqualTo(TestJws.json("\"MUSTERMANN\""));
        assertThat(verified.claims().select(ClaimsPath.of("address")))
                .singleElement()
                .isEqualTo(TestJws.json("{\"locality\":\"KÖLN\"}"));
        assertThat(verified.claims().select(ClaimsPath.of("nationalities")))
                .singleElement()
                .isEqualTo(TestJws.json("[\"DE\"]"));
        assertThat(verified.claims().select(ClaimsPath.of("given_name"))).isEmpty();
        assertThat(verified.claims().select(ClaimsPath.of("_sd"))).isEmpty();
        assertThat(verified.claims().select(ClaimsPath.of("_sd_alg"))).isEmpty();
        assertThat(verified.toString()).doesNotContain("MUSTERMANN");
    }

    @Test
    void accepts_a_european_pid_with_everything() {
        TestPid european = TestPid.european(wallet);
        TestPresentation presentation = wallet.present(european.issue(issuer), european.disclosures(), BINDING, NOW);

        VerifiedCredential verified = verify(presentation.text());

        assertThat(verified.type()).isEqualTo("urn:eudi:pid:1");
        assertThat(verified.claims().select(ClaimsPath.of("address", "house_number")))
                .singleElement()
                .isEqualTo(TestJws.json("\"101 \""));
    }

    @Test
    void says_which_format_it_verifies() {
        assertThat(verifier().format()).isEqualTo(CredentialFormat.DC_SD_JWT);
    }

    @Nested
    class Serialisation {

        @ParameterizedTest
        @ValueSource(
                strings = {"", "~", "a.b.c", "a.b.c~", "e30.e30.e30", "e30.e30~", "e30.e30.e30.e30~", "..~", "[]~"})
        void rejects_text_that_is_no_sd_jwt(String text) {
            assertRejected(Reason.MALFORMED, text);
        }

        @Test
        void rejects_an_empty_part_between_tildes() {
            assertRejected(Reason.DISCLOSURE_MALFORMED, present(pid).text().replaceFirst("~", "~~"));
        }

        @Test
        void rejects_an_extra_tilde_at_the_end() {
            assertRejected(Reason.DISCLOSURE_MALFORMED, present(pid).text() + "~");
        }

        @Test
        void rejects_padding_in_the_issuer_jwt() {
            String text = present(pid).text();
            assertRejected(Reason.MALFORMED, text.replaceFirst("~", "=~"));
        }

        @Test
        void rejects_unused_bits_that_are_not_zero() {
            // The last of 86 characters of a signature has four unused bits.
            String jwt = pid.issue(issuer);
            char last = jwt.charAt(jwt.length() - 1);
            char other = last == 'A' ? 'B' : last == 'Q' ? 'R' : last == 'g' ? 'h' : 'x';
            assertRejected(Reason.MALFORMED, jwt.substring(0, jwt.length() - 1) + other + "~");
        }

        @Test
        void rejects_the_json_serialisation() {
            assertRejected(Reason.MALFORMED, "{\"payload\":\"e30\",\"protected\":\"e30\",\"signature\":\"AA\"}");
        }

        @Test
        void rejects_a_duplicate_member_in_the_payload() {
            String jwt = TestJws.sign(
                    "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}",
                    "{\"vct\":\"a\",\"vct\":\"b\"}",
                    "SHA256withECDSAinP1363Format",
                    issuer.leaf().keys().getPrivate());
            assertRejected(Reason.MALFORMED, jwt + "~");
        }

        @Test
        void rejects_nesting_deeper_than_the_limit() {
            String deep = "{\"a\":".repeat(17) + "1" + "}".repeat(17);
            assertRejected(Reason.MALFORMED, TestJws.base64Url("{}") + "." + TestJws.base64Url(deep) + ".AAAA~");
        }

        @Test
        void rejects_more_than_the_limit_of_characters() {
            assertRejected(Reason.TOO_LARGE, "~".repeat(SdJwt.MAX_LENGTH + 1));
            assertRejected(Reason.MALFORMED, "~".repeat(SdJwt.MAX_LENGTH));
        }

        @Test
        void rejects_more_than_the_limit_of_disclosures() {
            TestPid many = TestPid.german(wallet);
            while (many.disclosures().size() < SdJwt.MAX_DISCLOSURES) {
                many.property("p" + many.disclosures().size(), "v");
            }
            assertThat(verify(wallet.present(many.issue(issuer), many.disclosures(), BINDING, NOW)
                            .text()))
                    .isNotNull();
            many.property("one_more", "v");
            assertRejected(Reason.TOO_LARGE, wallet.present(many.issue(issuer), many.disclosures(), BINDING, NOW));
        }
    }

    @Nested
    class Header {

        @ParameterizedTest
        @ValueSource(strings = {"vc+sd-jwt", "JWT", "DC+SD-JWT", ""})
        void rejects_another_typ(String typ) {
            assertRejected(Reason.TYP_INVALID, present(pid.header(header -> header.put("typ", typ))));
        }

        @Test
        void rejects_a_missing_typ() {
            assertRejected(Reason.TYP_INVALID, present(pid.header(header -> header.remove("typ"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "HS256", "RS256", "ES512", "EdDSA", "es256", ""})
        void rejects_another_algorithm(String algorithm) {
            assertRejected(Reason.ALGORITHM_NOT_ALLOWED, present(pid.header(header -> header.put("alg", algorithm))));
        }

        @Test
        void rejects_an_algorithm_that_does_not_fit_the_key() {
            assertRejected(Reason.ISSUER_KEY_NOT_ALLOWED, present(pid.header(header -> header.put("alg", "ES384"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"jku", "x5u", "jwk", "crit"})
        void rejects_another_way_to_a_key_and_critical_extensions(String parameter) {
            assertRejected(
                    Reason.HEADER_NOT_ALLOWED,
                    present(pid.header(header -> header.put(parameter, "https://issuer.example/keys"))));
        }

        @Test
        void ignores_a_kid() {
            assertThat(verify(present(pid.header(header -> header.put("kid", "lote.pid-provider")))
                            .text()))
                    .isNotNull();
        }
    }

    @Nested
    class IssuerChain {

        @Test
        void accepts_a_leaf_whose_ca_is_listed() {
            assertThat(verify(present(pid).text()).issuer().country()).isEqualTo("DE");
        }

        @Test
        void accepts_a_p384_issuer() {
            TestCertificate leaf = issuer.ca().issueLeaf("P-384 signer", "secp384r1");
            ObjectNode header = TestJws.object("{\"alg\":\"ES384\",\"typ\":\"dc+sd-jwt\"}");
            header.putArray("x5c").add(leaf.x5c());
            ObjectNode payload = payloadOf(pid.issue(issuer));
            String jwt = TestJws.sign(
                    header.toString(),
                    payload.toString(),
                    "SHA384withECDSAinP1363Format",
                    leaf.keys().getPrivate());

            assertThat(verify(wallet.present(jwt, List.of(), BINDING, NOW).text()))
                    .isNotNull();
        }

        @Test
        void rejects_a_leaf_on_another_curve() {
            TestCertificate leaf = issuer.ca().issueLeaf("P-521 signer", "secp521r1");
            assertRejectedX5c(Reason.ISSUER_KEY_NOT_ALLOWED, leaf);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "\"text\"", "null"})
        void rejects_a_missing_chain(String x5c) {
            assertRejected(
                    Reason.ISSUER_CHAIN_MISSING, present(pid.header(header -> header.set("x5c", TestJws.json(x5c)))));
        }

        @Test
        void rejects_no_chain_at_all_though_there_is_an_issuer_url() {
            pid.payload(payload -> payload.put("iss", "https://issuer.example"));
            assertRejected(Reason.ISSUER_CHAIN_MISSING, present(pid.header(header -> header.remove("x5c"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[1]", "[\"!\"]", "[\"AAAA\"]", "[\"\"]"})
        void rejects_a_chain_that_holds_no_certificates(String x5c) {
            assertRejected(
                    Reason.ISSUER_CHAIN_INVALID, present(pid.header(header -> header.set("x5c", TestJws.json(x5c)))));
        }

        @Test
        void rejects_bytes_after_a_certificate() {
            byte[] der = Base64.getDecoder().decode(issuer.leaf().x5c());
            byte[] longer = java.util.Arrays.copyOf(der, der.length + 1);
            assertRejected(
                    Reason.ISSUER_CHAIN_INVALID,
                    present(pid.header(header ->
                            header.putArray("x5c").add(Base64.getEncoder().encodeToString(longer)))));
        }

        @Test
        void rejects_a_certificate_that_is_not_in_der() {
            String pem = "-----BEGIN CERTIFICATE-----\n" + issuer.leaf().x5c() + "\n-----END CERTIFICATE-----\n";
            assertRejected(
                    Reason.ISSUER_CHAIN_INVALID,
                    present(pid.header(header -> header.putArray("x5c")
                            .add(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII))))));
        }

        @Test
        void rejects_a_chain_that_is_too_long() {
            TestCertificate leaf = issuer.leaf();
            assertRejectedX5c(Reason.ISSUER_CHAIN_INVALID, leaf, leaf, leaf, leaf, leaf, leaf, leaf);
        }

        @Test
        void looks_no_further_than_a_listed_ca() {
            TestCertificate leaf = issuer.leaf();
            TestIssuer longest = issuer.withX5c(leaf, leaf, leaf, leaf, leaf, leaf);
            assertThat(verify(wallet.present(pid.issue(longest), List.of(), BINDING, NOW)
                            .text()))
                    .isNotNull();
        }

        @Test
        void rejects_an_unlisted_issuer() {
            assertRejectedX5c(
                    Reason.ISSUER_UNTRUSTED, TestCertificate.ca("Other CA").issueLeaf("Signer"));
        }

        @Test
        void rejects_a_ca_of_the_same_name() {
            assertRejectedX5c(
                    Reason.ISSUER_CHAIN_INVALID,
                    TestCertificate.ca("Test PID CA").issueLeaf("Signer"),
                    TestCertificate.ca("Test PID CA"));
        }

        @Test
        void rejects_the_anchor_alone() {
            assertRejectedX5c(Reason.ISSUER_CHAIN_INVALID, issuer.ca());
        }

        @Test
        void rejects_a_self_signed_leaf() {
            assertRejectedX5c(Reason.ISSUER_CERTIFICATE_SELF_SIGNED, TestCertificate.selfSigned("Signer"));
        }

        @Test
        void rejects_an_expired_leaf() {
            assertRejectedX5c(
                    Reason.ISSUER_CERTIFICATE_EXPIRED,
                    issuer.ca().issueLeaf("Signer", NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(1)));
        }

        @Test
        void rejects_a_leaf_that_is_not_yet_valid() {
            assertRejectedX5c(
                    Reason.ISSUER_CERTIFICATE_NOT_YET_VALID,
                    issuer.ca().issueLeaf("Signer", NOW.plusSeconds(1), NOW.plus(Duration.ofDays(9))));
        }

        @Test
        void rejects_a_chain_to_the_anchor_of_a_wallet_provider() {
            list = issuer.list("DE", StatusPolicy.STATUS_REQUIRED, ServiceType.WALLET_SOLUTION_ISSUANCE, 7);
            assertRejected(Reason.ISSUER_UNTRUSTED, present(pid));
        }

        @Test
        void rejects_everything_without_a_list() {
            SdJwtVcVerifier verifier = new SdJwtVcVerifier(
                    () -> {
                        throw new TrustListUnavailableException("none");
                    },
                    (reference, trusted) -> {},
                    rules,
                    clock);
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> verifier.verify(present(pid).text(), BINDING))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TRUST_LIST_UNAVAILABLE));
        }

        @Test
        void rejects_everything_on_an_expired_list() {
            clock = Clock.fixed(NOW.plus(Duration.ofDays(30)), ZoneOffset.UTC);
            assertRejected(Reason.TRUST_LIST_UNAVAILABLE, present(pid));
        }

        @Test
        void keeps_a_decision_while_the_list_stays() {
            List<TrustDecision.Trusted> decisions = new ArrayList<>();
            SdJwtVcVerifier verifier =
                    new SdJwtVcVerifier(() -> list, (reference, trusted) -> decisions.add(trusted), rules, clock);
            String presentation = present(pid).text();
            verifier.verify(presentation, BINDING);
            verifier.verify(presentation, BINDING);

            assertThat(decisions).hasSize(2);
            assertThat(decisions.getFirst()).isSameAs(decisions.getLast());
        }

        @Test
        void forgets_a_decision_when_a_new_list_comes() {
            SdJwtVcVerifier verifier = verifier();
            String presentation = present(pid).text();
            assertThat(verifier.verify(presentation, BINDING).issuer().listSequence())
                    .isEqualTo(7);

            list = issuer.list("DE", StatusPolicy.STATUS_REQUIRED, ServiceType.PID_ISSUANCE, 8);
            assertThat(verifier.verify(presentation, BINDING).issuer().listSequence())
                    .isEqualTo(8);

            TestCertificate other = TestCertificate.ca("Other CA");
            list = TestIssuer.of(other, other.issueLeaf("Signer")).list();
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> verifier.verify(presentation, BINDING))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ISSUER_UNTRUSTED));
        }

        @Test
        void takes_no_kept_decision_for_a_certificate_that_has_expired_since() {
            Instant end = NOW.plusSeconds(60);
            TestIssuer shortLived =
                    TestIssuer.of(issuer.ca(), issuer.ca().issueLeaf("Signer", NOW.minusSeconds(60), end));
            Instant[] now = {NOW};
            SdJwtVcVerifier verifier = new SdJwtVcVerifier(() -> list, (reference, trusted) -> {}, rules, new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now[0];
                }
            });
            String presentation = wallet.present(pid.issue(shortLived), List.of(), BINDING, NOW)
                    .text();
            verifier.verify(presentation, BINDING);

            now[0] = end.plusSeconds(1);
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> verifier.verify(presentation, BINDING))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ISSUER_CERTIFICATE_EXPIRED));
        }

        private void assertRejectedX5c(Reason reason, TestCertificate... x5c) {
            TestIssuer other = new TestIssuer(issuer.ca(), x5c[0], List.of(x5c));
            TestIssuer signing = x5c[0].keys().getPublic().getAlgorithm().equals("EC")
                            && x5c[0].certificate().getPublicKey() instanceof java.security.interfaces.ECPublicKey key
                            && key.getParams().getOrder().bitLength() == 256
                    ? other
                    : issuer.withX5c(x5c);
            assertRejected(reason, wallet.present(pid.issue(signing), List.of(), BINDING, NOW));
        }
    }

    @Nested
    class IssuerSignature {

        @Test
        void rejects_a_signature_by_another_key() {
            TestCertificate other = issuer.ca().issueLeaf("Another signer");
            TestIssuer forger = new TestIssuer(issuer.ca(), other, List.of(issuer.leaf()));
            assertRejected(Reason.SIGNATURE_INVALID, wallet.present(pid.issue(forger), List.of(), BINDING, NOW));
        }

        @Test
        void rejects_a_changed_payload() {
            String[] parts = pid.issue(issuer).split("\\.");
            String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    .replace("urn:eudi:pid:de:1", "urn:eudi:pid:1");
            String jwt = parts[0] + "." + TestJws.base64Url(payload) + "." + parts[2];
            assertRejected(Reason.SIGNATURE_INVALID, wallet.present(jwt, List.of(), BINDING, NOW));
        }

        @Test
        void rejects_a_signature_of_another_length() {
            String[] parts = pid.issue(issuer).split("\\.");
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            byte[] padded = new byte[signature.length + 2];
            System.arraycopy(signature, 0, padded, 1, 32);
            System.arraycopy(signature, 32, padded, 34, 32);
            String jwt = parts[0] + "." + parts[1] + "." + TestJws.base64Url(padded);
            assertRejected(Reason.SIGNATURE_INVALID, wallet.present(jwt, List.of(), BINDING, NOW));
        }

        @Test
        void rejects_a_signature_of_zeros() {
            String[] parts = pid.issue(issuer).split("\\.");
            String jwt = parts[0] + "." + parts[1] + "." + TestJws.base64Url(new byte[64]);
            assertRejected(Reason.SIGNATURE_INVALID, wallet.present(jwt, List.of(), BINDING, NOW));
        }
    }

    @Nested
    class Disclosures {

        @Test
        void accepts_a_credential_without_any() {
            assertThat(verify(wallet.present(pid.issue(issuer), List.of(), BINDING, NOW)
                            .text()))
                    .isNotNull();
        }

        @Test
        void rejects_an_unreferenced_disclosure() {
            List<String> disclosures = List.of(TestPid.disclosure("family_name", TestJws.json("\"FORGED\"")));
            assertRejected(
                    Reason.DISCLOSURE_UNREFERENCED, wallet.present(pid.issue(issuer), disclosures, BINDING, NOW));
        }

        @Test
        void rejects_a_member_whose_object_is_not_disclosed() {
            List<String> locality = pid.disclosures("address.locality").stream()
                    .filter(d -> !pid.disclosures("address").contains(d))
                    .toList();
            assertRejected(Reason.DISCLOSURE_UNREFERENCED, wallet.present(pid.issue(issuer), locality, BINDING, NOW));
        }

        @Test
        void rejects_a_disclosure_that_comes_twice() {
            List<String> twice = new ArrayList<>(pid.disclosures("family_name"));
            twice.addAll(twice);
            assertRejected(Reason.DISCLOSURE_DUPLICATE, wallet.present(pid.issue(issuer), twice, BINDING, NOW));
        }

        @Test
        void rejects_a_digest_that_occurs_twice() {
            pid.payload(payload -> digests(payload).add(digests(payload).get(0)));
            assertRejected(Reason.DIGEST_DUPLICATE, present(pid));
        }

        @Test
        void rejects_a_digest_of_the_payload_that_occurs_in_a_disclosure_again() {
            pid.payload(payload -> pid.property(
                    "outer",
                    TestJws.object("{}")
                            .set(
                                    "_sd",
                                    TestJws.JSON
                                            .createArrayNode()
                                            .add(digests(payload).get(0)))));
            assertRejected(Reason.DIGEST_DUPLICATE, wallet.present(pid, issuer, BINDING, "outer"));
        }

        @Test
        void rejects_a_digest_in_other_case() {
            TestPid other = TestPid.german(wallet);
            String disclosure = TestPid.disclosure("extra", TestJws.json("1"));
            String digest = TestJws.digest(disclosure);
            other.payload(payload -> digests(payload).add(swapCase(digest)));
            assertRejected(
                    Reason.DISCLOSURE_UNREFERENCED,
                    wallet.present(other.issue(issuer), List.of(disclosure), BINDING, NOW));
        }

        @Test
        void rejects_an_element_where_a_property_belongs() {
            assertRejectedWith(Reason.DISCLOSURE_NOT_A_PROPERTY, TestPid.disclosure(TestJws.json("\"DE\"")));
        }

        @Test
        void rejects_a_property_where_an_element_belongs() {
            String disclosure = TestPid.disclosure("name", TestJws.json("\"DE\""));
            pid.payload(payload -> payload.putArray("plain").addObject().put("...", TestJws.digest(disclosure)));
            assertRejected(
                    Reason.DISCLOSURE_NOT_AN_ELEMENT,
                    wallet.present(pid.issue(issuer), List.of(disclosure), BINDING, NOW));
        }

        @ParameterizedTest
        @ValueSource(strings = {"_sd", "...", "_sd_alg"})
        void rejects_a_reserved_name(String name) {
            assertRejectedWith(Reason.DISCLOSURE_RESERVED_NAME, TestPid.disclosure(name, TestJws.json("[]")));
        }

        @Test
        void rejects_a_name_that_is_a_plain_claim() {
            pid.payload(payload -> payload.put("nickname", "plain"));
            assertRejectedWith(Reason.CLAIM_COLLISION, TestPid.disclosure("nickname", TestJws.json("1")));
        }

        @Test
        void rejects_two_disclosures_of_one_name() {
            String other = TestPid.disclosure("family_name", TestJws.json("\"OTHER\""));
            pid.payload(payload -> digests(payload).add(TestJws.digest(other)));
            List<String> both = new ArrayList<>(pid.disclosures("family_name"));
            both.add(other);
            assertRejected(Reason.CLAIM_COLLISION, wallet.present(pid.issue(issuer), both, BINDING, NOW));
        }

        @ParameterizedTest
        @ValueSource(strings = {"iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status"})
        void rejects_a_claim_that_is_never_selective(String name) {
            pid.payload(payload -> payload.remove(name));
            assertRejectedWith(Reason.DISCLOSURE_FORBIDDEN_CLAIM, TestPid.disclosure(name, TestJws.json("1")));
        }

        @Test
        void rejects_a_holder_key_that_is_disclosed_selectively() {
            String disclosure = TestPid.disclosure("jwk", wallet.jwk());
            pid.payload(payload -> payload.putObject("cnf").putArray("_sd").add(TestJws.digest(disclosure)));
            assertRejected(
                    Reason.DISCLOSURE_FORBIDDEN_CLAIM,
                    wallet.present(pid.issue(issuer), List.of(disclosure), BINDING, NOW));
        }

        @Test
        void accepts_iat_and_sub_as_selective_claims() {
            pid.property("iat", TestJws.json("1700000000")).property("sub", "someone");
            assertThat(verify(wallet.present(pid, issuer, BINDING, "iat", "sub").text()))
                    .isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"sha-512", "SHA-256", "md5", "sha256", ""})
        void rejects_another_digest_algorithm(String algorithm) {
            assertRejected(
                    Reason.DIGEST_ALGORITHM_NOT_ALLOWED,
                    present(pid.payload(payload -> payload.put("_sd_alg", algorithm))));
        }

        @Test
        void rejects_a_digest_algorithm_that_is_no_text() {
            assertRejected(
                    Reason.DIGEST_ALGORITHM_NOT_ALLOWED, present(pid.payload(payload -> payload.put("_sd_alg", 1))));
        }

        @Test
        void accepts_the_default_digest_algorithm() {
            assertThat(verify(present(pid.payload(payload -> payload.remove("_sd_alg")))
                            .text()))
                    .isNotNull();
        }

        @Test
        void rejects_a_nested_digest_algorithm() {
            assertRejected(
                    Reason.DIGEST_ALGORITHM_NOT_ALLOWED,
                    present(pid.payload(payload -> payload.putObject("plain").put("_sd_alg", "sha-256"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"text\"", "{}", "null", "[1]", "[null]"})
        void rejects_digests_that_are_no_array_of_strings(String digests) {
            assertRejected(
                    Reason.DIGEST_MALFORMED,
                    wallet.present(
                            pid.payload(payload -> payload.set("_sd", TestJws.json(digests)))
                                    .issue(issuer),
                            List.of(),
                            BINDING,
                            NOW));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[{\"...\":1}]", "[{\"...\":\"a\",\"b\":1}]", "{\"...\":\"a\"}"})
        void rejects_a_placeholder_of_another_form(String value) {
            assertRejected(
                    Reason.DIGEST_MALFORMED,
                    present(pid.payload(payload -> payload.set("plain", TestJws.json(value)))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    "[\"salt\"]",
                    "[1,\"name\",1]",
                    "[\"salt\",1,1]",
                    "[\"salt\",null,1]",
                    "[\"salt\",\"name\",1,1]",
                    "1",
                    "not json",
                    "[\"salt\",{\"a\":1,\"a\":2}]"
                })
        void rejects_a_disclosure_of_another_form(String json) {
            assertRejectedWith(Reason.DISCLOSURE_MALFORMED, TestJws.base64Url(json));
        }

        @Test
        void rejects_a_disclosure_that_is_no_utf8() {
            byte[] bytes = "[\"salt\",\"name\",\"?\"]".getBytes(StandardCharsets.US_ASCII);
            bytes[bytes.length - 3] = (byte) 0xff;
            assertRejectedWith(Reason.DISCLOSURE_MALFORMED, TestJws.base64Url(bytes));
        }

        @Test
        void accepts_nesting_up_to_the_limit() {
            assertThat(verify(nested(14, TestJws.json("1")).text())).isNotNull();
        }

        @Test
        void rejects_nesting_that_disclosures_deepen_beyond_the_limit() {
            assertRejected(Reason.TOO_LARGE, nested(15, TestJws.json("1")));
        }

        @Test
        void counts_elements_that_disclosures_bring_too() {
            assertThat(verify(nested(12, TestJws.json("[[1]]")).text())).isNotNull();
            assertRejected(Reason.TOO_LARGE, nested(13, TestJws.json("[[1]]")));
        }

        @Test
        void counts_elements_that_are_disclosed_themselves() {
            assertThat(verify(nestedElement(13).text())).isNotNull();
            assertRejected(Reason.TOO_LARGE, nestedElement(14));
        }

        private TestPresentation nestedElement(int levels) {
            String element = TestPid.disclosure(TestJws.json("1"));
            ArrayNode array = TestJws.JSON.createArrayNode();
            array.addObject().put("...", TestJws.digest(element));
            return nested(levels, array, element);
        }

        /** So many objects, one in the other, around a value. */
        private TestPresentation nested(int levels, JsonNode innermost, String... further) {
            List<String> chain = new ArrayList<>(List.of(further));
            JsonNode value = innermost;
            for (int i = 0; i < levels; i++) {
                String disclosure = TestPid.disclosure("d", value);
                chain.add(disclosure);
                ObjectNode object = TestJws.object("{}");
                object.putArray("_sd").add(TestJws.digest(disclosure));
                value = object;
            }
            String outermost = TestPid.disclosure("outer", value);
            chain.add(outermost);
            TestPid deep = TestPid.german(wallet);
            deep.payload(payload -> digests(payload).add(TestJws.digest(outermost)));
            return wallet.present(deep.issue(issuer), chain, BINDING, NOW);
        }

        private void assertRejectedWith(Reason reason, String disclosure) {
            pid.payload(payload -> digests(payload).add(TestJws.digest(disclosure)));
            assertRejected(reason, wallet.present(pid.issue(issuer), List.of(disclosure), BINDING, NOW));
        }

        private static ArrayNode digests(ObjectNode payload) {
            return (ArrayNode) payload.get("_sd");
        }

        private static String swapCase(String text) {
            StringBuilder swapped = new StringBuilder();
            text.chars()
                    .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                    .forEach(c -> swapped.append((char) c));
            return swapped.toString();
        }
    }

    @Nested
    class ValidityPeriod {

        @Test
        void accepts_until_the_skew_after_exp_is_over() {
            assertThat(verify(present(withExp(NOW.minusSeconds(59))).text())).isNotNull();
        }

        @Test
        void rejects_an_expired_credential() {
            assertRejected(Reason.EXPIRED, present(withExp(NOW.minusSeconds(60))));
        }

        @Test
        void accepts_from_the_skew_before_nbf() {
            assertThat(verify(present(withNbf(NOW.plusSeconds(60))).text())).isNotNull();
        }

        @Test
        void rejects_a_credential_that_is_not_yet_valid() {
            assertRejected(Reason.NOT_YET_VALID, present(withNbf(NOW.plusSeconds(61))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"1900000000\"", "null", "-1", "1e300", "253402300800", "[]", "true"})
        void rejects_a_time_that_is_none(String exp) {
            assertRejected(
                    Reason.VALIDITY_MALFORMED, present(pid.payload(payload -> payload.set("exp", TestJws.json(exp)))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1900000000.5", "1.9e9", "253402300799"})
        void accepts_every_number_of_seconds(String exp) {
            assertThat(verify(present(pid.payload(payload -> payload.set("exp", TestJws.json(exp))))
                            .text()))
                    .isNotNull();
        }

        private TestPid withExp(Instant exp) {
            return pid.payload(payload -> payload.put("exp", exp.getEpochSecond()));
        }

        private TestPid withNbf(Instant nbf) {
            return pid.payload(payload -> payload.put("nbf", nbf.getEpochSecond()));
        }
    }

    @Nested
    class Audience {

        @ParameterizedTest
        @ValueSource(strings = {"\"https://other.example\"", "[\"https://other.example\"]", "[]", "{}", "null", "1"})
        void rejects_a_credential_for_other_verifiers(String audience) {
            assertRejected(
                    Reason.AUDIENCE_MISMATCH,
                    present(pid.payload(payload -> payload.set("aud", TestJws.json(audience)))));
        }

        @Test
        void accepts_a_credential_for_this_verifier() {
            assertThat(verify(present(pid.payload(payload -> payload.put("aud", BINDING.clientId())))
                            .text()))
                    .isNotNull();
        }

        @Test
        void accepts_a_credential_for_this_verifier_among_others() {
            pid.payload(payload ->
                    payload.putArray("aud").add("https://other.example").add(BINDING.clientId()));
            assertThat(verify(present(pid).text())).isNotNull();
        }
    }

    @Nested
    class Type {

        @ParameterizedTest
        @ValueSource(strings = {"URN:EUDI:PID:1", "urn:eudi:pid:2", "urn:eudi:pid:fr:1", ""})
        void rejects_another_type(String vct) {
            assertRejected(Reason.TYPE_NOT_ALLOWED, present(pid.payload(payload -> payload.put("vct", vct))));
        }

        @Test
        void rejects_a_missing_type() {
            assertRejected(Reason.TYPE_MISSING, present(pid.payload(payload -> payload.remove("vct"))));
        }

        @Test
        void rejects_a_type_that_is_no_text() {
            assertRejected(Reason.TYPE_MISSING, present(pid.payload(payload -> payload.put("vct", 1))));
        }

        @Test
        void takes_no_other_type_for_the_credentials_own() {
            pid.payload(payload ->
                    payload.put("vct", "urn:eudi:pid:fr:1").set("aka_vcts", TestJws.json("[\"urn:eudi:pid:1\"]")));
            assertRejected(Reason.TYPE_NOT_ALLOWED, present(pid));
        }
    }

    @Nested
    class HolderKey {

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"kid\":\"1\"}", "{\"jwk\":1}", "1", "{\"jkt\":\"a\"}"})
        void rejects_a_missing_key(String cnf) {
            assertRejected(
                    Reason.HOLDER_KEY_MISSING, present(pid.payload(payload -> payload.set("cnf", TestJws.json(cnf)))));
        }

        @Test
        void rejects_a_credential_that_is_not_bound() {
            assertRejected(Reason.HOLDER_KEY_MISSING, present(pid.payload(payload -> payload.remove("cnf"))));
        }

        @Test
        void accepts_a_key_with_further_members() {
            assertThat(verify(present(pid.payload(key(
                                    jwk -> jwk.put("use", "sig").put("kid", "1").put("iat", 1))))
                            .text()))
                    .isNotNull();
        }

        @Test
        void rejects_a_private_key() {
            assertRejectedKey(jwk -> jwk.put("d", "AAAA"));
        }

        @Test
        void rejects_another_key_type() {
            assertRejectedKey(jwk -> jwk.put("kty", "OKP"));
        }

        @Test
        void rejects_another_curve() {
            assertRejectedKey(jwk -> jwk.put("crv", "P-384"));
        }

        @Test
        void rejects_a_missing_coordinate() {
            assertRejectedKey(jwk -> jwk.remove("y"));
        }

        @Test
        void rejects_a_point_that_is_not_on_the_curve() {
            assertRejectedKey(jwk -> jwk.put("y", jwk.get("x").stringValue()));
        }

        @Test
        void rejects_a_coordinate_of_another_length() {
            assertRejectedKey(jwk -> jwk.put("x", TestJws.base64Url(new byte[33])));
        }

        @Test
        void rejects_a_padded_coordinate() {
            assertRejectedKey(jwk -> jwk.put("x", jwk.get("x").stringValue() + "="));
        }

        private void assertRejectedKey(Consumer<ObjectNode> change) {
            assertRejected(Reason.HOLDER_KEY_INVALID, present(pid.payload(key(change))));
        }

        private static Consumer<ObjectNode> key(Consumer<ObjectNode> change) {
            return payload -> change.accept((ObjectNode) payload.get("cnf").get("jwk"));
        }
    }

    @Nested
    class KeyBinding {

        @Test
        void rejects_a_presentation_without_key_binding() {
            assertRejected(Reason.KEY_BINDING_MISSING, present(pid).withoutKeyBinding());
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "a.b.c", "e30.e30", "e30.W10.AAAA"})
        void rejects_a_key_binding_that_is_no_jws(String keyBinding) {
            assertRejected(Reason.KEY_BINDING_MALFORMED, present(pid).withoutKeyBinding() + keyBinding);
        }

        @ParameterizedTest
        @ValueSource(strings = {"JWT", "KB+JWT", "dc+sd-jwt", ""})
        void rejects_another_typ(String typ) {
            assertRejected(
                    Reason.KEY_BINDING_TYP_INVALID, present(pid).keyBindingHeader(header -> header.put("typ", typ)));
        }

        @Test
        void rejects_a_missing_typ() {
            assertRejected(
                    Reason.KEY_BINDING_TYP_INVALID, present(pid).keyBindingHeader(header -> header.remove("typ")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "HS256", "ES384", "ES512"})
        void rejects_another_algorithm(String algorithm) {
            assertRejected(
                    Reason.KEY_BINDING_ALGORITHM_NOT_ALLOWED,
                    present(pid).keyBindingHeader(header -> header.put("alg", algorithm)));
        }

        @Test
        void rejects_critical_extensions() {
            assertRejected(
                    Reason.KEY_BINDING_ALGORITHM_NOT_ALLOWED,
                    present(pid)
                            .keyBindingHeader(header -> header.putArray("crit").add("b64")));
        }

        @Test
        void rejects_a_signature_by_another_key() {
            assertRejected(
                    Reason.KEY_BINDING_SIGNATURE_INVALID,
                    present(pid).signedBy(TestWallet.create().keys().getPrivate()));
        }

        @Test
        void takes_no_key_from_the_header() {
            TestWallet thief = TestWallet.create();
            assertRejected(
                    Reason.KEY_BINDING_SIGNATURE_INVALID,
                    present(pid)
                            .keyBindingHeader(header -> header.set("jwk", thief.jwk()))
                            .signedBy(thief.keys().getPrivate()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk",
                    "x509_hash:AAAAAtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk",
                    "origin:https://verifier.example"
                })
        void rejects_another_audience(String audience) {
            assertRejected(
                    Reason.KEY_BINDING_AUDIENCE_MISMATCH,
                    present(pid).keyBinding(payload -> payload.put("aud", audience)));
        }

        @Test
        void rejects_an_array_of_audiences() {
            assertRejected(
                    Reason.KEY_BINDING_MALFORMED,
                    present(pid).keyBinding(payload -> payload.putArray("aud").add(BINDING.clientId())));
        }

        @Test
        void rejects_another_nonce() {
            assertRejected(
                    Reason.KEY_BINDING_NONCE_MISMATCH, present(pid).keyBinding(payload -> payload.put("nonce", "old")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"iat", "aud", "nonce", "sd_hash"})
        void rejects_a_missing_claim(String name) {
            assertRejected(Reason.KEY_BINDING_CLAIM_MISSING, present(pid).keyBinding(payload -> payload.remove(name)));
        }

        @Test
        void rejects_a_time_that_is_no_number() {
            assertRejected(Reason.KEY_BINDING_MALFORMED, present(pid).keyBinding(payload -> payload.put("iat", "now")));
        }

        @Test
        void accepts_a_proof_of_a_wallet_whose_clock_is_ahead() {
            assertThat(verify(signedAt(NOW.plusSeconds(60)).text())).isNotNull();
        }

        @Test
        void rejects_a_proof_from_the_future() {
            assertRejected(Reason.KEY_BINDING_TIME_INVALID, signedAt(NOW.plusSeconds(61)));
        }

        @Test
        void accepts_a_proof_of_a_wallet_whose_clock_is_behind() {
            assertThat(verify(signedAt(BINDING.requestedAt().minusSeconds(60)).text()))
                    .isNotNull();
        }

        @Test
        void rejects_a_proof_made_before_the_request() {
            assertRejected(
                    Reason.KEY_BINDING_TIME_INVALID,
                    signedAt(BINDING.requestedAt().minusSeconds(61)));
        }

        @Test
        void rejects_a_proof_that_is_an_hour_old() {
            assertOldProof(Duration.ofHours(1));
        }

        @Test
        void rejects_a_proof_that_is_a_second_too_old() {
            assertOldProof(Duration.ofSeconds(301));
        }

        @Test
        void accepts_a_proof_that_is_just_young_enough() {
            PresentationBinding earlier =
                    new PresentationBinding(BINDING.clientId(), BINDING.nonce(), NOW.minus(Duration.ofHours(2)));
            assertThat(verifier().verify(signedAt(NOW.minusSeconds(300)).text(), earlier))
                    .isNotNull();
        }

        private void assertOldProof(Duration age) {
            PresentationBinding earlier =
                    new PresentationBinding(BINDING.clientId(), BINDING.nonce(), NOW.minus(Duration.ofHours(2)));
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> verifier().verify(signedAt(NOW.minus(age)).text(), earlier))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.KEY_BINDING_TIME_INVALID));
        }

        @Test
        void rejects_a_proof_that_says_it_has_expired() {
            assertRejected(
                    Reason.KEY_BINDING_TIME_INVALID,
                    present(pid)
                            .keyBinding(payload ->
                                    payload.put("exp", NOW.minusSeconds(60).getEpochSecond())));
        }

        @Test
        void rejects_a_proof_that_says_it_is_not_yet_valid() {
            assertRejected(
                    Reason.KEY_BINDING_TIME_INVALID,
                    present(pid)
                            .keyBinding(payload ->
                                    payload.put("nbf", NOW.plusSeconds(61).getEpochSecond())));
        }

        @Test
        void rejects_a_hash_without_the_last_tilde() {
            TestPresentation presentation = present(pid);
            String text = presentation.withoutKeyBinding();
            String hash = TestJws.digest(text.substring(0, text.length() - 1));
            assertRejected(
                    Reason.KEY_BINDING_DIGEST_MISMATCH,
                    presentation.keyBinding(payload -> payload.put("sd_hash", hash)));
        }

        @Test
        void rejects_a_hash_by_another_algorithm() {
            TestPresentation presentation = present(pid);
            String hash = TestJws.digest("SHA-512", presentation.withoutKeyBinding());
            assertRejected(
                    Reason.KEY_BINDING_DIGEST_MISMATCH,
                    presentation.keyBinding(payload -> payload.put("sd_hash", hash)));
        }

        @Test
        void rejects_disclosures_in_another_order() {
            assertRejected(
                    Reason.KEY_BINDING_DIGEST_MISMATCH, present(pid).disclosuresAfterwards(Collections::reverse));
        }

        @Test
        void rejects_a_disclosure_dropped_after_the_proof() {
            assertRejected(Reason.KEY_BINDING_DIGEST_MISMATCH, present(pid).disclosuresAfterwards(List::removeFirst));
        }

        @Test
        void rejects_a_disclosure_added_after_the_proof() {
            assertRejected(
                    Reason.KEY_BINDING_DIGEST_MISMATCH,
                    present(pid)
                            .disclosuresAfterwards(disclosures -> disclosures.addAll(pid.disclosures("given_name"))));
        }

        @Test
        void ignores_unknown_claims() {
            assertThat(verify(present(pid)
                            .keyBinding(payload -> payload.put("transaction_data_hashes_alg", "sha-256"))
                            .text()))
                    .isNotNull();
        }

        private TestPresentation signedAt(Instant at) {
            return present(pid).keyBinding(payload -> payload.put("iat", at.getEpochSecond()));
        }
    }

    @Nested
    class Status {

        @Test
        void asks_where_the_credential_says() {
            verify(present(pid).text());
            assertThat(checked).containsExactly(new StatusReference(URI.create("https://pid.example/status/1"), 412));
        }

        @ParameterizedTest
        @EnumSource(
                value = Reason.class,
                names = {"STATUS_REVOKED", "STATUS_SUSPENDED", "STATUS_UNAVAILABLE"})
        void rejects_what_the_status_check_rejects(Reason reason) {
            SdJwtVcVerifier verifier = new SdJwtVcVerifier(
                    () -> list,
                    (reference, trusted) -> {
                        throw new CredentialRejectedException(reason);
                    },
                    rules,
                    clock);
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> verifier.verify(present(pid).text(), BINDING))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
        }

        @Test
        void asks_nothing_about_a_credential_that_was_refused() {
            assertRejected(
                    Reason.SIGNATURE_INVALID,
                    wallet.present(
                            pid.issue(new TestIssuer(
                                    issuer.ca(), issuer.ca().issueLeaf("Other"), List.of(issuer.leaf()))),
                            List.of(),
                            BINDING,
                            NOW));
            assertThat(checked).isEmpty();
        }

        @Test
        void rejects_a_missing_status() {
            assertRejected(Reason.STATUS_MISSING, present(pid.payload(payload -> payload.remove("status"))));
        }

        @Test
        void accepts_a_missing_status_if_the_list_says_so() {
            list = issuer.list(StatusPolicy.NO_STATUS_ISSUED);
            assertThat(verify(present(pid.payload(payload -> payload.remove("status")))
                            .text()))
                    .isNotNull();
        }

        @Test
        void rejects_a_missing_status_without_an_end_of_validity() {
            list = issuer.list(StatusPolicy.NO_STATUS_ISSUED);
            pid.payload(payload -> payload.remove(List.of("status", "exp")));
            assertRejected(Reason.STATUS_MISSING, present(pid));
        }

        @Test
        void checks_a_status_also_if_the_list_says_there_is_none() {
            list = issuer.list(StatusPolicy.NO_STATUS_ISSUED);
            verify(present(pid).text());
            assertThat(checked).hasSize(1);
        }

        @Test
        void accepts_a_short_lived_credential_without_status() {
            rules = shortLived(Duration.ofDays(14));
            assertThat(verify(present(pid.payload(payload -> payload.remove("status")))
                            .text()))
                    .isNotNull();
        }

        @Test
        void rejects_a_credential_that_lives_a_second_too_long() {
            rules = shortLived(Duration.ofDays(14).minusSeconds(1));
            assertRejected(Reason.STATUS_MISSING, present(pid.payload(payload -> payload.remove("status"))));
        }

        @Test
        void counts_the_life_from_iat_if_that_is_earlier() {
            rules = shortLived(Duration.ofDays(14));
            pid.payload(
                    payload -> payload.put("iat", NOW.minus(Duration.ofDays(2)).getEpochSecond()));
            assertRejected(Reason.STATUS_MISSING, present(pid.payload(payload -> payload.remove("status"))));
        }

        @Test
        void rejects_a_life_of_unknown_beginning() {
            rules = shortLived(Duration.ofDays(14));
            pid.payload(payload -> payload.remove(List.of("status", "nbf")));
            assertRejected(Reason.STATUS_MISSING, present(pid));
        }

        @Test
        void rejects_a_life_that_ends_before_it_begins() {
            rules = shortLived(Duration.ofDays(14));
            pid.payload(payload -> {
                payload.remove(List.of("status", "nbf"));
                payload.put("iat", NOW.plus(Duration.ofDays(20)).getEpochSecond());
            });
            assertRejected(Reason.STATUS_MISSING, present(pid));
        }

        @Test
        void checks_the_status_list_beside_another_mechanism() {
            pid.payload(payload ->
                    ((ObjectNode) payload.get("status")).set("identifier_list", TestJws.json("{\"id\":\"a\"}")));
            String presentation = present(pid).text();
            verify(presentation);
            assertThat(checked).hasSize(1);
            SdJwtVcVerifier revoking = new SdJwtVcVerifier(
                    () -> list,
                    (reference, trusted) -> {
                        throw new CredentialRejectedException(Reason.STATUS_REVOKED);
                    },
                    rules,
                    clock);
            assertThatExceptionOfType(CredentialRejectedException.class)
                    .isThrownBy(() -> revoking.verify(presentation, BINDING))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.STATUS_REVOKED));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"identifier_list\":{\"id\":\"a\"}}"})
        void rejects_unknown_mechanisms_only(String status) {
            list = issuer.list(StatusPolicy.NO_STATUS_ISSUED);
            assertRejected(
                    Reason.STATUS_MISSING,
                    present(pid.payload(payload -> payload.set("status", TestJws.json(status)))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "\"valid\"",
                    "{\"status_list\":null}",
                    "{\"status_list\":{\"idx\":1}}",
                    "{\"status_list\":{\"uri\":\"https://pid.example/1\"}}",
                    "{\"status_list\":{\"idx\":-1,\"uri\":\"https://pid.example/1\"}}",
                    "{\"status_list\":{\"idx\":1.0,\"uri\":\"https://pid.example/1\"}}",
                    "{\"status_list\":{\"idx\":\"1\",\"uri\":\"https://pid.example/1\"}}",
                    "{\"status_list\":{\"idx\":9223372036854775808,\"uri\":\"https://pid.example/1\"}}",
                    "{\"status_list\":{\"idx\":1,\"uri\":1}}",
                    "{\"status_list\":{\"idx\":1,\"uri\":\"/status\"}}",
                    "{\"status_list\":{\"idx\":1,\"uri\":\"urn:status:1\"}}",
                    "{\"status_list\":{\"idx\":1,\"uri\":\"https://pid.example/ 1\"}}"
                })
        void rejects_a_malformed_status(String status) {
            assertRejected(
                    Reason.STATUS_MALFORMED,
                    present(pid.payload(payload -> payload.set("status", TestJws.json(status)))));
        }

        @Test
        void rejects_an_address_that_is_too_long() {
            String uri = "https://pid.example/" + "a".repeat(2_048 - 20);
            pid.payload(payload -> ((ObjectNode) payload.get("status").get("status_list")).put("uri", uri));
            assertThat(verify(present(pid).text())).isNotNull();
            pid.payload(payload -> ((ObjectNode) payload.get("status").get("status_list")).put("uri", uri + "a"));
            assertRejected(Reason.STATUS_MALFORMED, present(pid));
        }

        private VerificationRules shortLived(Duration limit) {
            return new VerificationRules(
                    Set.of("urn:eudi:pid:de:1"), Duration.ofSeconds(60), Duration.ofSeconds(300), limit);
        }
    }

    private static ObjectNode payloadOf(String jwt) {
        return TestJws.object(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
