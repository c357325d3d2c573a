// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadttor.trustlist.lote.ServiceType.PID_ISSUANCE;
import static org.stadttor.trustlist.testing.TestCertificate.NOW;
import static org.stadttor.trustlist.testing.TestList.entity;
import static org.stadttor.trustlist.testing.TestList.service;

import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.trustlist.evaluation.TrustDecision.Untrusted;
import org.stadttor.trustlist.evaluation.TrustExplanation.Outcome;
import org.stadttor.trustlist.evaluation.TrustExplanation.Step;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.testing.TestCertificate;
import org.stadttor.trustlist.testing.TestList;

/** That explanation and decision agree is asserted for every fixture in {@link TrustEvaluatorTest}. */
class TrustExplanationTest {

    private final TestCertificate root = TestCertificate.rootCa("Root");
    private final TestCertificate leaf = root.issue("Leaf");

    private static ListOfTrustedEntities listing(TestCertificate... certificates) {
        return TestList.of(entity(
                "A",
                service(
                        PID_ISSUANCE,
                        Stream.of(certificates)
                                .map(TestCertificate::certificate)
                                .toArray(java.security.cert.X509Certificate[]::new))));
    }

    private static TrustExplanation explain(ListOfTrustedEntities list, TestCertificate... chain) {
        return TrustExplanation.of(
                list,
                new CertificateChain(
                        Stream.of(chain).map(TestCertificate::certificate).toList()),
                PID_ISSUANCE,
                NOW);
    }

    private static List<TrustRule> of(TrustExplanation explanation, Outcome outcome) {
        return explanation.steps().stream()
                .filter(step -> step.outcome() == outcome)
                .map(Step::rule)
                .toList();
    }

    @Test
    void names_the_rules_of_a_short_path_in_their_order() {
        TrustExplanation explanation = explain(listing(root), leaf);
        assertThat(explanation.decision()).isInstanceOf(Trusted.class);
        assertThat(of(explanation, Outcome.PASSED))
                .containsExactly(
                        TrustRule.LIST_IN_FORCE,
                        TrustRule.SERVICE_LISTED,
                        TrustRule.EXTENSIONS_UNDERSTOOD,
                        TrustRule.LEAF_NOT_CA,
                        TrustRule.LEAF_MAY_SIGN,
                        TrustRule.LEAF_NOT_SELF_SIGNED,
                        TrustRule.WITHIN_VALIDITY,
                        TrustRule.ALGORITHM_ALLOWED,
                        TrustRule.SIGNATURE_VALID,
                        TrustRule.ANCHOR_FOUND,
                        TrustRule.ENTITY_UNAMBIGUOUS,
                        TrustRule.EXTENSIONS_UNDERSTOOD,
                        TrustRule.ISSUER_IS_CA,
                        TrustRule.ISSUER_MAY_SIGN,
                        TrustRule.PATH_LENGTH_KEPT,
                        TrustRule.WITHIN_VALIDITY);
        assertThat(explanation.steps()).hasSize(16);
    }

    @Test
    void says_which_certificate_a_rule_was_asked_of() {
        TrustExplanation explanation = explain(listing(root), leaf);
        assertThat(explanation.steps().getFirst().certificate()).isNull();
        assertThat(explanation.steps())
                .contains(
                        new Step(TrustRule.LEAF_NOT_CA, leaf.certificate(), Outcome.PASSED, null),
                        new Step(TrustRule.ISSUER_IS_CA, root.certificate(), Outcome.PASSED, null));
    }

    @Test
    void stops_at_the_rule_that_fails_and_lists_those_not_reached() {
        TestCertificate odd = root.issue("Odd", b -> b.keyUsage(KeyUsage.keyAgreement));
        TrustExplanation explanation = explain(listing(root), odd);
        assertThat(explanation.steps())
                .contains(
                        new Step(TrustRule.LEAF_MAY_SIGN, odd.certificate(), Outcome.FAILED, Reason.KEY_USAGE_INVALID));
        assertThat(of(explanation, Outcome.PASSED))
                .containsExactly(
                        TrustRule.LIST_IN_FORCE,
                        TrustRule.SERVICE_LISTED,
                        TrustRule.EXTENSIONS_UNDERSTOOD,
                        TrustRule.LEAF_NOT_CA);
        assertThat(of(explanation, Outcome.NOT_REACHED))
                .contains(TrustRule.SIGNATURE_VALID, TrustRule.ANCHOR_FOUND)
                .doesNotContain(TrustRule.LEAF_MAY_SIGN);
    }

    @Test
    void a_path_that_leads_nowhere_fails_at_the_anchor() {
        TestCertificate other = TestCertificate.rootCa("Other");
        TrustExplanation explanation = explain(listing(root), other.issue("L"), other);
        assertThat(explanation.steps())
                .contains(new Step(TrustRule.ANCHOR_FOUND, other.certificate(), Outcome.FAILED, Reason.NOT_LISTED));
    }

    @Nested
    class SeveralCertificatesOfOneCa {

        private final TestCertificate old =
                TestCertificate.create("Same", b -> b.ca(-1).valid(NOW.minusSeconds(9), NOW.minusSeconds(1)));
        private final TestCertificate renewed =
                TestCertificate.create("Same", b -> b.ca(-1).keys(old.keys()));
        private final TestCertificate otherKey = TestCertificate.rootCa("Same");

        @Test
        void sets_aside_what_did_not_hold_where_another_does() {
            TrustExplanation explanation = explain(listing(otherKey, old, renewed), old.issue("L"));
            assertThat(explanation.decision()).isInstanceOf(Trusted.class);
            assertThat(of(explanation, Outcome.SET_ASIDE))
                    .containsExactly(TrustRule.SIGNATURE_VALID, TrustRule.WITHIN_VALIDITY);
            assertThat(of(explanation, Outcome.FAILED)).isEmpty();
        }

        @Test
        void the_first_refusal_decides_where_none_holds() {
            TestCertificate weak = TestCertificate.create(
                    "Same", b -> b.ca(-1).keys(old.keys()).keyUsage(KeyUsage.digitalSignature));
            TrustExplanation explanation = explain(listing(otherKey, old, weak), old.issue("L"));
            assertThat(explanation.decision()).isEqualTo(new Untrusted(Reason.ANCHOR_EXPIRED));
            assertThat(explanation.steps())
                    .contains(
                            new Step(
                                    TrustRule.WITHIN_VALIDITY,
                                    old.certificate(),
                                    Outcome.FAILED,
                                    Reason.ANCHOR_EXPIRED),
                            new Step(
                                    TrustRule.ISSUER_MAY_SIGN,
                                    weak.certificate(),
                                    Outcome.SET_ASIDE,
                                    Reason.KEY_USAGE_INVALID));
            assertThat(of(explanation, Outcome.FAILED)).hasSize(1);
        }
    }

    @Test
    void rules_have_codes_and_sections() {
        assertThat(TrustRule.LEAF_NOT_CA.code()).isEqualTo("leaf_not_ca");
        assertThat(TrustRule.values())
                .allSatisfy(rule -> assertThat(rule.section()).matches("(ETSI TS 119 602|RFC 5280), .+"));
    }

    @Nested
    class Fitness {
        @Test
        void finds_nothing_wrong_with_a_ca_and_a_leaf_in_order() {
            assertThat(AnchorFitness.objections(root.certificate(), NOW)).isEmpty();
            assertThat(AnchorFitness.objections(leaf.certificate(), NOW)).isEmpty();
        }

        @Test
        void collects_every_objection() {
            TestCertificate bad = TestCertificate.create(
                    "Bad",
                    b -> b.ca(-1)
                            .keyUsage(KeyUsage.digitalSignature)
                            .criticalExtension("1.2.3.4")
                            .keys(TestCertificate.newKeys("RSA", "1024"))
                            .algorithm("SHA256withRSA")
                            .valid(NOW.minusSeconds(9), NOW.minusSeconds(1)));
            assertThat(AnchorFitness.objections(bad.certificate(), NOW))
                    .containsExactlyInAnyOrder(
                            Reason.UNKNOWN_CRITICAL_EXTENSION,
                            Reason.ANCHOR_EXPIRED,
                            Reason.ALGORITHM_NOT_ALLOWED,
                            Reason.KEY_USAGE_INVALID);
            TestCertificate signer = root.issue("Signer", b -> b.keyUsage(KeyUsage.keyAgreement));
            assertThat(AnchorFitness.objections(signer.certificate(), NOW)).containsExactly(Reason.KEY_USAGE_INVALID);
        }
    }
}
