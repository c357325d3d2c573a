// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadttor.trustlist.lote.ServiceType.PID_ISSUANCE;
import static org.stadttor.trustlist.lote.ServiceType.PID_REVOCATION;
import static org.stadttor.trustlist.testing.TestCertificate.NOW;
import static org.stadttor.trustlist.testing.TestList.entity;
import static org.stadttor.trustlist.testing.TestList.service;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.trustlist.evaluation.TrustDecision.Untrusted;
import org.stadttor.trustlist.evaluation.TrustExplanation.Outcome;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedService;
import org.stadttor.trustlist.testing.TestCertificate;
import org.stadttor.trustlist.testing.TestList;

class TrustEvaluatorTest {

    private final TestCertificate root = TestCertificate.rootCa("Root");
    private final TestCertificate leaf = root.issue("Leaf");

    /** Every decision of these tests is explained as well, and the explanation must say the same. */
    private static TrustDecision evaluate(
            ListOfTrustedEntities list, CertificateChain chain, ServiceType service, Instant at) {
        TrustDecision decision = TrustEvaluator.evaluate(list, chain, service, at);
        TrustExplanation explanation = TrustExplanation.of(list, chain, service, at);
        assertThat(explanation.decision()).isEqualTo(decision);
        assertThat(explanation.steps().stream()
                        .filter(step -> step.outcome() == Outcome.FAILED)
                        .map(TrustExplanation.Step::reason))
                .isEqualTo(decision instanceof Untrusted untrusted ? List.of(untrusted.reason()) : List.of());
        assertThat(explanation.steps().stream().map(TrustExplanation.Step::rule))
                .contains(TrustRule.values());
        return decision;
    }

    private static TrustDecision decide(ListOfTrustedEntities list, TestCertificate... chain) {
        return evaluate(list, chain(chain), PID_ISSUANCE, NOW);
    }

    private static CertificateChain chain(TestCertificate... chain) {
        return new CertificateChain(
                Stream.of(chain).map(TestCertificate::certificate).toList());
    }

    private static ListOfTrustedEntities listing(TestCertificate... certificates) {
        return TestList.of(entity(
                "A",
                service(
                        PID_ISSUANCE,
                        Stream.of(certificates)
                                .map(TestCertificate::certificate)
                                .toArray(X509Certificate[]::new))));
    }

    private static void assertTrusted(TrustDecision decision, TestCertificate anchor) {
        assertThat(decision).isInstanceOfSatisfying(Trusted.class, t -> {
            assertThat(t.anchor()).isEqualTo(anchor.certificate());
            assertThat(t.service().certificates()).contains(anchor.certificate());
            assertThat(t.entity().services()).contains(t.service());
        });
    }

    @Test
    void reasons_have_stable_codes() {
        assertThat(Reason.AMBIGUOUS_ENTITY.code()).isEqualTo("ambiguous_entity");
    }

    private static void assertUntrusted(TrustDecision decision, Reason reason) {
        assertThat(decision).isEqualTo(new Untrusted(reason));
    }

    @Nested
    class TheList {
        @Test
        void accepts_until_next_update() {
            ListOfTrustedEntities list = listing(root);
            assertTrusted(
                    evaluate(list, chain(leaf), PID_ISSUANCE, list.nextUpdate().minusMillis(1)), root);
        }

        @Test
        void rejects_next_update_past() {
            ListOfTrustedEntities list = listing(root);
            assertUntrusted(evaluate(list, chain(leaf), PID_ISSUANCE, list.nextUpdate()), Reason.LIST_EXPIRED);
        }

        @Test
        void rejects_everything_on_an_empty_list() {
            assertUntrusted(decide(TestList.of(), leaf), Reason.NO_ANCHOR_OF_THAT_SERVICE);
        }

        @Test
        void rejects_anchor_of_revocation_service_used_for_pid_signature() {
            ListOfTrustedEntities list = TestList.of(entity("A", service(PID_REVOCATION, root.certificate())));
            assertUntrusted(decide(list, leaf), Reason.NO_ANCHOR_OF_THAT_SERVICE);
            assertTrusted(evaluate(list, chain(leaf), PID_REVOCATION, NOW), root);
        }

        @Test
        void rejects_revocation_anchor_beside_an_issuance_anchor() {
            TestCertificate other = TestCertificate.rootCa("Other");
            ListOfTrustedEntities list = TestList.of(entity(
                    "A", service(PID_ISSUANCE, other.certificate()), service(PID_REVOCATION, root.certificate())));
            assertUntrusted(decide(list, leaf), Reason.NOT_LISTED);
        }

        @Test
        void https_variant_of_the_service_type_is_another_type() {
            TrustedService https = new TrustedService(
                    "A",
                    PID_ISSUANCE.uri().replace("http:", "https:"),
                    List.of(root.certificate()),
                    StatusPolicy.STATUS_REQUIRED);
            assertUntrusted(decide(TestList.of(entity("A", https)), leaf), Reason.NO_ANCHOR_OF_THAT_SERVICE);
        }

        @Test
        void rejects_entity_removed_between_refreshes() {
            assertTrusted(decide(listing(root), leaf), root);
            assertUntrusted(decide(listing(TestCertificate.rootCa("Other")), leaf), Reason.NOT_LISTED);
        }

        @Test
        void names_the_entity_and_service_of_the_anchor() {
            TestCertificate other = TestCertificate.rootCa("Other");
            ListOfTrustedEntities list = TestList.of(
                    entity("A", service(PID_ISSUANCE, other.certificate())),
                    entity("B", service(PID_ISSUANCE, root.certificate())));
            assertThat(decide(list, leaf))
                    .isInstanceOfSatisfying(
                            Trusted.class, t -> assertThat(t.entity().name()).isEqualTo("B"));
        }
    }

    @Nested
    class DirectTrust {
        @Test
        void accepts_the_very_end_entity_certificate() {
            assertTrusted(decide(listing(leaf), leaf), leaf);
        }

        @Test
        void accepts_self_signed_end_entity_certificate_only_if_it_is_listed_itself() {
            TestCertificate own = TestCertificate.selfSigned("Own");
            assertTrusted(decide(listing(own), own), own);
            assertUntrusted(decide(listing(root), own), Reason.LEAF_SELF_SIGNED);
        }

        @Test
        void rejects_other_certificate_of_a_listed_end_entity_key() {
            TestCertificate renewed = root.issue("Leaf", b -> b.keys(leaf.keys()));
            assertUntrusted(decide(listing(leaf), renewed), Reason.NOT_LISTED);
        }

        @Test
        void rejects_ee_anchor_used_as_ca() {
            TestCertificate below = leaf.issue("Below");
            assertUntrusted(decide(listing(leaf), below), Reason.NOT_A_CA);
            assertUntrusted(decide(listing(leaf), below, leaf), Reason.NOT_A_CA);
        }

        @Test
        void rejects_listed_end_entity_certificate_in_the_middle_of_a_chain() {
            TestCertificate below = leaf.issue("Below");
            assertUntrusted(decide(listing(leaf, root), below, leaf), Reason.NOT_A_CA);
            assertUntrusted(decide(listing(root), below, leaf), Reason.NOT_A_CA);
        }

        @Test
        void rejects_expired_end_entity_anchor() {
            TestCertificate expired = root.issue("Old", b -> b.valid(NOW.minusSeconds(100), NOW.minusSeconds(1)));
            assertUntrusted(decide(listing(expired), expired), Reason.ANCHOR_EXPIRED);
        }

        @Test
        void rejects_ca_certificate_as_leaf_even_if_listed() {
            assertUntrusted(decide(listing(root), root), Reason.LEAF_IS_CA);
            TestCertificate narrow = root.issue("Narrow", b -> b.ca(0).keyUsage(0));
            assertUntrusted(decide(listing(root), narrow), Reason.LEAF_IS_CA);
            assertUntrusted(decide(listing(narrow), narrow), Reason.LEAF_IS_CA);
        }

        @Test
        void rejects_self_signed_copy_of_the_ca_name() {
            TestCertificate impostor = TestCertificate.selfSigned("Root");
            assertUntrusted(decide(listing(root), impostor), Reason.LEAF_SELF_SIGNED);
        }
    }

    @Nested
    class CertificatePath {
        @Test
        void accepts_leaf_issued_by_a_listed_ca() {
            assertTrusted(decide(listing(root), leaf), root);
        }

        @Test
        void tolerates_chain_that_contains_the_anchor() {
            assertTrusted(decide(listing(root), leaf, root), root);
        }

        @Test
        void accepts_intermediates() {
            TestCertificate first = root.issueCa("First");
            TestCertificate second = first.issueCa("Second");
            assertTrusted(decide(listing(root), second.issue("Deep"), second, first), root);
        }

        @Test
        void accepts_listed_intermediate_and_ignores_what_is_above() {
            TestCertificate intermediate = root.issueCa("Intermediate");
            assertTrusted(decide(listing(intermediate), intermediate.issue("L"), intermediate, root), intermediate);
        }

        @Test
        void rejects_missing_intermediate() {
            TestCertificate intermediate = root.issueCa("Intermediate");
            assertUntrusted(decide(listing(root), intermediate.issue("L")), Reason.NOT_LISTED);
        }

        @Test
        void rejects_chain_out_of_order() {
            TestCertificate first = root.issueCa("First");
            TestCertificate second = first.issueCa("Second");
            assertUntrusted(decide(listing(root), second.issue("Deep"), first, second), Reason.NOT_LISTED);
        }

        @Test
        void rejects_unlisted_ca() {
            TestCertificate other = TestCertificate.rootCa("Other");
            assertUntrusted(decide(listing(root), other.issue("L"), other), Reason.NOT_LISTED);
        }

        @Test
        void rejects_ca_of_the_same_name_with_another_key() {
            TestCertificate impostor = TestCertificate.rootCa("Root");
            assertUntrusted(decide(listing(root), impostor.issue("L")), Reason.SIGNATURE_INVALID);
        }

        @Test
        void rejects_forged_intermediate_of_the_right_name() {
            TestCertificate intermediate = root.issueCa("Intermediate");
            TestCertificate impostor = root.issueCa("Intermediate");
            assertUntrusted(decide(listing(root), impostor.issue("L"), intermediate), Reason.SIGNATURE_INVALID);
        }

        @Test
        void rejects_expired_leaf_and_not_yet_valid_leaf() {
            assertUntrusted(
                    decide(listing(root), root.issue("L", b -> b.valid(NOW.minusSeconds(9), NOW.minusSeconds(1)))),
                    Reason.CERTIFICATE_EXPIRED);
            assertUntrusted(
                    decide(listing(root), root.issue("L", b -> b.valid(NOW.plusSeconds(1), NOW.plusSeconds(9)))),
                    Reason.CERTIFICATE_NOT_YET_VALID);
        }

        @Test
        void accepts_leaf_in_its_last_second() {
            assertTrusted(decide(listing(root), root.issue("L", b -> b.valid(NOW.minusSeconds(9), NOW))), root);
        }

        @Test
        void rejects_expired_intermediate() {
            TestCertificate intermediate =
                    root.issue("I", b -> b.ca(-1).valid(NOW.minusSeconds(9), NOW.minusSeconds(1)));
            assertUntrusted(decide(listing(root), intermediate.issue("L"), intermediate), Reason.CERTIFICATE_EXPIRED);
        }

        @Test
        void rejects_expired_anchor() {
            TestCertificate old =
                    TestCertificate.create("Old", b -> b.ca(-1).valid(NOW.minusSeconds(9), NOW.minusSeconds(1)));
            assertUntrusted(decide(listing(old), old.issue("L")), Reason.ANCHOR_EXPIRED);
        }

        @Test
        void accepts_renewed_anchor_of_the_same_key_beside_the_expired_one() {
            TestCertificate old =
                    TestCertificate.create("Same", b -> b.ca(-1).valid(NOW.minusSeconds(9), NOW.minusSeconds(1)));
            TestCertificate renewed =
                    TestCertificate.create("Same", b -> b.ca(-1).keys(old.keys()));
            assertTrusted(decide(listing(old, renewed), old.issue("L")), renewed);
        }

        @Test
        void rejects_exceeded_path_length_of_the_anchor() {
            TestCertificate narrow = TestCertificate.create("Narrow", b -> b.ca(0));
            TestCertificate intermediate = narrow.issueCa("I");
            assertTrusted(decide(listing(narrow), narrow.issue("L")), narrow);
            assertUntrusted(
                    decide(listing(narrow), intermediate.issue("L"), intermediate), Reason.PATH_LENGTH_EXCEEDED);
        }

        @Test
        void rejects_exceeded_path_length_of_an_intermediate() {
            TestCertificate first = root.issue("First", b -> b.ca(0));
            TestCertificate second = first.issueCa("Second");
            assertUntrusted(decide(listing(root), second.issue("L"), second, first), Reason.PATH_LENGTH_EXCEEDED);
        }

        @Test
        void rejects_key_usage_without_signature_in_leaf_or_without_cert_sign_in_ca() {
            assertUntrusted(
                    decide(listing(root), root.issue("L", b -> b.keyUsage(KeyUsage.keyAgreement))),
                    Reason.KEY_USAGE_INVALID);
            TestCertificate weak = root.issue("I", b -> b.ca(-1).keyUsage(KeyUsage.digitalSignature));
            assertUntrusted(decide(listing(root), weak.issue("L"), weak), Reason.KEY_USAGE_INVALID);
            assertUntrusted(decide(listing(weak), weak.issue("L")), Reason.KEY_USAGE_INVALID);
        }

        @Test
        void accepts_certificates_without_key_usage() {
            TestCertificate ca = TestCertificate.create("Plain", b -> b.ca(-1).keyUsage(0));
            assertTrusted(decide(listing(ca), ca.issue("L", b -> b.keyUsage(0))), ca);
        }

        @Test
        void rejects_unknown_critical_extension_in_leaf_intermediate_and_anchor() {
            TestCertificate odd = root.issue("L", b -> b.criticalExtension("1.2.3.4"));
            assertUntrusted(decide(listing(root), odd), Reason.UNKNOWN_CRITICAL_EXTENSION);
            assertUntrusted(decide(listing(odd), odd), Reason.UNKNOWN_CRITICAL_EXTENSION);
            TestCertificate ca = root.issue("I", b -> b.ca(-1).criticalExtension("1.2.3.5"));
            assertUntrusted(decide(listing(root), ca.issue("L"), ca), Reason.UNKNOWN_CRITICAL_EXTENSION);
            assertUntrusted(decide(listing(ca), ca.issue("L")), Reason.UNKNOWN_CRITICAL_EXTENSION);
        }
    }

    @Nested
    class Entities {
        @Test
        void rejects_cert_duplicated_in_two_entities() {
            ListOfTrustedEntities list = TestList.of(
                    entity("A", service(PID_ISSUANCE, root.certificate())),
                    entity("B", service(PID_ISSUANCE, root.certificate())));
            assertUntrusted(decide(list, leaf), Reason.AMBIGUOUS_ENTITY);
        }

        @Test
        void rejects_end_entity_cert_duplicated_in_two_entities() {
            ListOfTrustedEntities list = TestList.of(
                    entity("A", service(PID_ISSUANCE, leaf.certificate())),
                    entity("B", service(PID_ISSUANCE, leaf.certificate())));
            assertUntrusted(decide(list, leaf), Reason.AMBIGUOUS_ENTITY);
        }

        @Test
        void rejects_one_key_in_certificates_of_two_entities() {
            TestCertificate twin = TestCertificate.create("Root", b -> b.ca(-1).keys(root.keys()));
            ListOfTrustedEntities list = TestList.of(
                    entity("A", service(PID_ISSUANCE, root.certificate())),
                    entity("B", service(PID_ISSUANCE, twin.certificate())));
            assertUntrusted(decide(list, leaf), Reason.AMBIGUOUS_ENTITY);
        }

        @Test
        void accepts_the_same_cert_in_two_services_of_one_entity_and_of_another_type_elsewhere() {
            ListOfTrustedEntities list = TestList.of(
                    entity("A", service(PID_ISSUANCE, root.certificate()), service(PID_ISSUANCE, root.certificate())),
                    entity("B", service(PID_REVOCATION, root.certificate())));
            assertTrusted(decide(list, leaf), root);
        }
    }

    @Nested
    class Algorithms {
        @Test
        void accepts_p384_rsa_and_pss() {
            KeyPair rsa = TestCertificate.newKeys("RSA", "2048");
            TestCertificate p384 = TestCertificate.create(
                    "P384",
                    b -> b.ca(-1)
                            .keys(TestCertificate.newKeys("EC", "secp384r1"))
                            .algorithm("SHA384withECDSA"));
            TestCertificate pkcs =
                    TestCertificate.create("RSA", b -> b.ca(-1).keys(rsa).algorithm("SHA256withRSA"));
            assertTrusted(decide(listing(p384), p384.issue("L", b -> b.algorithm("SHA384withECDSA"))), p384);
            assertTrusted(decide(listing(pkcs), pkcs.issue("L", b -> b.algorithm("SHA256withRSA"))), pkcs);
            assertTrusted(decide(listing(pkcs), pkcs.issue("L", b -> b.algorithm("SHA256withRSAandMGF1"))), pkcs);
        }

        @Test
        void accepts_ed25519() {
            TestCertificate ca = TestCertificate.create(
                    "Ed",
                    b -> b.ca(-1)
                            .keys(TestCertificate.newKeys("Ed25519", "255"))
                            .algorithm("Ed25519"));
            assertTrusted(decide(listing(ca), ca.issue("L", b -> b.algorithm("Ed25519"))), ca);
        }

        @Test
        void rejects_sha1_and_short_rsa() {
            KeyPair rsa = TestCertificate.newKeys("RSA", "2048");
            TestCertificate ca =
                    TestCertificate.create("RSA", b -> b.ca(-1).keys(rsa).algorithm("SHA256withRSA"));
            assertUntrusted(
                    decide(listing(ca), ca.issue("L", b -> b.algorithm("SHA1withRSA"))), Reason.ALGORITHM_NOT_ALLOWED);
            assertUntrusted(
                    decide(listing(ca), ca.issue("L", b -> b.algorithm("SHA1withRSAandMGF1"))),
                    Reason.ALGORITHM_NOT_ALLOWED);
            TestCertificate small = TestCertificate.create(
                    "Small",
                    b -> b.ca(-1).keys(TestCertificate.newKeys("RSA", "1024")).algorithm("SHA256withRSA"));
            assertUntrusted(
                    decide(listing(small), small.issue("L", b -> b.algorithm("SHA256withRSA"))),
                    Reason.ALGORITHM_NOT_ALLOWED);
        }
    }

    /** The Commission's mock list and the EU reference issuers: real certificates of others. */
    @Nested
    class RealMaterial {
        @Test
        void decides_on_a_published_pid_signer_under_a_published_ca() throws Exception {
            X509Certificate signer = pem("trust-data/pid-samples/eudi-pid-issuer.pem");
            X509Certificate ca = pem("trust-data/eudi-ref/pidissuerca02_eu.pem");
            ListOfTrustedEntities list = TestList.of(entity("EU", service(PID_ISSUANCE, ca)));
            Instant at = signer.getNotBefore().toInstant().plusSeconds(60);
            ListOfTrustedEntities then =
                    new ListOfTrustedEntities(list.typeUri(), 1, "x", "EU", at, at.plusSeconds(60), list.entities());
            assertThat(evaluate(then, new CertificateChain(List.of(signer)), PID_ISSUANCE, at))
                    .isInstanceOf(Trusted.class);
        }

        @Test
        void trusts_nobody_by_the_expired_mock_list_of_the_commission() {
            ListOfTrustedEntities list =
                    LoteJson.read(SharedMaterial.text("standards/vectors/lote/Mock_PID_Provider_List_v0.0.2.json"));
            assertUntrusted(decide(list, leaf), Reason.LIST_EXPIRED);
            TestCertificate then =
                    root.issue("Then", b -> b.valid(list.issuedAt().minusSeconds(1), NOW));
            assertUntrusted(evaluate(list, chain(then), PID_ISSUANCE, list.issuedAt()), Reason.NOT_LISTED);
        }

        private X509Certificate pem(String path) throws Exception {
            Path file = SharedMaterial.file(path);
            try (InputStream in = Files.newInputStream(file)) {
                return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            }
        }
    }
}
