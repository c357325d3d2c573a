// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadttor.trustlist.certificate.CertificateFixture.ca;
import static org.stadttor.trustlist.certificate.CertificateFixture.ec;
import static org.stadttor.trustlist.certificate.CertificateFixture.leaf;
import static org.stadttor.trustlist.certificate.CertificateFixture.policies;
import static org.stadttor.trustlist.certificate.CertificateFixture.rsa;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.certificate.LintFinding.Code;
import org.stadttor.trustlist.certificate.LintFinding.Severity;

/** One test for each finding: it is found, and the same certificate without the fault has no findings. */
class CertificateLintTest {

    private static final CertificateExpectation LISTED = new CertificateExpectation("NTRDE-HRB1", "DE", false, false);
    private static final CertificateExpectation ACCESS = new CertificateExpectation("NTRDE-HRB1", "DE", true, true);
    private static final String KEY_USAGE = "2.5.29.15";

    private static List<LintFinding> lint(X509Certificate certificate) {
        return CertificateLint.of(certificate, LISTED, TestKey.NOW);
    }

    private static void assertFound(X509Certificate certificate, Code code, String detail) {
        assertThat(lint(certificate)).containsExactly(new LintFinding(code, detail));
    }

    @Test
    void finds_nothing_in_a_leaf_and_a_ca_in_order() {
        assertThat(lint(leaf(f -> f))).isEmpty();
        assertThat(lint(ca(f -> f))).isEmpty();
    }

    @Test
    void finds_expired() {
        assertFound(
                leaf(f -> f.valid(TestKey.NOW.minus(Duration.ofDays(30)), Duration.ofDays(29))),
                Code.EXPIRED,
                "2026-11-21");
    }

    @Test
    void finds_not_yet_valid() {
        assertFound(
                leaf(f -> f.valid(TestKey.NOW.plus(Duration.ofDays(1)), Duration.ofDays(365))),
                Code.NOT_YET_VALID,
                "2026-11-23");
    }

    @Test
    void finds_expiry_within_ninety_days() {
        assertFound(leaf(f -> f.valid(TestKey.NOW, Duration.ofDays(89))), Code.EXPIRES_SOON, "2027-02-19");
        assertThat(lint(leaf(f -> f.valid(TestKey.NOW, Duration.ofDays(90))))).isEmpty();
    }

    @Test
    void finds_a_validity_that_is_too_long_for_a_leaf_or_a_ca() {
        assertFound(leaf(f -> f.valid(TestKey.NOW, Duration.ofDays(1099))), Code.VALIDITY_TOO_LONG, "1099");
        assertThat(lint(ca(f -> f.valid(TestKey.NOW, Duration.ofDays(1099))))).isEmpty();
        assertFound(ca(f -> f.valid(TestKey.NOW, Duration.ofDays(7321))), Code.VALIDITY_TOO_LONG, "7321");
    }

    @Test
    void finds_an_unknown_critical_extension() {
        assertFound(leaf(f -> f.with("1.2.3.4", true, DERNull.INSTANCE)), Code.UNKNOWN_CRITICAL_EXTENSION, "1.2.3.4");
        assertThat(lint(leaf(f -> f.with("1.2.3.4", false, DERNull.INSTANCE)))).isEmpty();
    }

    @Test
    void finds_an_extension_that_cannot_be_read() {
        assertThat(lint(leaf(f -> f.garbage("2.5.29.32"))))
                .containsExactly(new LintFinding(Code.EXTENSION_UNREADABLE, ""));
    }

    @Test
    void finds_a_weak_key() {
        assertFound(leaf(f -> f.keys(rsa(1024))), Code.KEY_TOO_WEAK, "RSA 1024");
    }

    @Test
    void finds_a_short_rsa_key() {
        assertFound(leaf(f -> f.keys(rsa(2048))), Code.KEY_SHORT, "RSA 2048");
        assertThat(lint(leaf(f -> f.keys(rsa(3072))))).isEmpty();
        assertThat(lint(leaf(f -> f.keys(ec("secp384r1"))))).isEmpty();
    }

    @Test
    void finds_an_outdated_signature_algorithm() {
        assertFound(ca(f -> f.algorithm("SHA1withRSA", rsa(3072))), Code.SIGNATURE_ALGORITHM_OUTDATED, "SHA1withRSA");
        assertThat(lint(ca(f -> f.algorithm("SHA256withRSA", rsa(3072))))).isEmpty();
    }

    @Test
    void finds_a_ca_that_may_not_sign_certificates_and_a_leaf_that_may_not_sign() {
        assertFound(
                ca(f -> f.with(KEY_USAGE, true, new KeyUsage(KeyUsage.digitalSignature))),
                Code.KEY_USAGE_CONTRADICTS_ROLE,
                "keyCertSign");
        assertFound(
                leaf(f -> f.with(KEY_USAGE, true, new KeyUsage(KeyUsage.keyAgreement))),
                Code.KEY_USAGE_CONTRADICTS_ROLE,
                "digitalSignature");
    }

    @Test
    void finds_a_leaf_that_may_sign_certificates() {
        assertFound(
                leaf(f -> f.with(KEY_USAGE, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))),
                Code.CERT_SIGN_WITHOUT_CA,
                "keyCertSign");
    }

    @Test
    void finds_a_missing_key_usage() {
        assertFound(leaf(f -> f.without(KEY_USAGE)), Code.KEY_USAGE_MISSING, "");
    }

    @Test
    void finds_a_self_signed_leaf() {
        assertFound(leaf(f -> f.selfSigned()), Code.LEAF_SELF_SIGNED, "");
        assertThat(lint(ca(f -> f.selfSigned()))).isEmpty();
    }

    @Test
    void finds_a_leaf_where_only_cas_are_listed() {
        X509Certificate leaf = leaf(f -> f);
        assertThat(CertificateLint.of(leaf, new CertificateExpectation("NTRDE-HRB1", "DE", true, false), TestKey.NOW))
                .containsExactly(new LintFinding(Code.CA_NEEDED, ""));
    }

    @Test
    void finds_a_ca_without_limit_of_its_path() {
        assertFound(ca(f -> f.with("2.5.29.19", true, new BasicConstraints(true))), Code.PATH_LENGTH_UNLIMITED, "");
    }

    @Test
    void finds_a_leaf_without_contact() {
        assertFound(leaf(f -> f.without("2.5.29.17")), Code.CONTACT_MISSING, "");
    }

    @Test
    void finds_a_missing_pointer_to_revocation() {
        assertFound(leaf(f -> f.without("2.5.29.31")), Code.REVOCATION_POINTER_MISSING, "");
        assertThat(lint(ca(f -> f.selfSigned().without("2.5.29.31")))).isEmpty();
    }

    @Test
    void finds_a_missing_organization_identifier() {
        assertFound(leaf(f -> f.subject("C=DE,CN=L")), Code.ORGANIZATION_IDENTIFIER_MISSING, "NTRDE-HRB1");
    }

    @Test
    void finds_the_organization_identifier_of_another() {
        assertFound(
                leaf(f -> f.subject("C=DE,2.5.4.97=NTRDE-HRB2,CN=L")),
                Code.ORGANIZATION_IDENTIFIER_MISMATCH,
                "NTRDE-HRB2");
        X509Certificate other = leaf(f -> f.subject("C=DE,2.5.4.97=NTRDE-HRB2,CN=L"));
        assertThat(CertificateLint.of(other, CertificateExpectation.NONE, TestKey.NOW))
                .isEmpty();
    }

    @Test
    void finds_the_country_of_another() {
        assertFound(leaf(f -> f.subject("C=AT,2.5.4.97=NTRDE-HRB1,CN=L")), Code.COUNTRY_MISMATCH, "AT");
    }

    @Test
    void finds_missing_policies_of_access_certificates() {
        assertThat(CertificateLint.of(ca(f -> f), ACCESS, TestKey.NOW))
                .containsExactly(new LintFinding(Code.ACCESS_POLICY_MISSING, ""));
        assertThat(CertificateLint.of(ca(f -> f.with("2.5.29.32", false, policies("1.2.3"))), ACCESS, TestKey.NOW))
                .containsExactly(new LintFinding(Code.ACCESS_POLICY_MISSING, "1.2.3"));
        assertThat(CertificateLint.of(
                        ca(f -> f.with("2.5.29.32", false, policies("1.2.3", "0.4.0.194118.1.2"))),
                        ACCESS,
                        TestKey.NOW))
                .isEmpty();
        assertThat(CertificateLint.of(
                        ca(f -> f.with("2.5.29.32", false, policies("2.5.29.32.0"))), ACCESS, TestKey.NOW))
                .isEmpty();
        assertThat(CertificateLint.of(ca(f -> f.selfSigned()), ACCESS, TestKey.NOW))
                .isEmpty();
    }

    @Test
    void what_matters_most_comes_first() {
        X509Certificate bad = leaf(f -> f.keys(rsa(1024)).without("2.5.29.17").without(KEY_USAGE));
        assertThat(lint(bad).stream().map(LintFinding::severity))
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.NOTE);
    }

    @Test
    void codes_are_stable() {
        assertThat(Code.CA_NEEDED.code()).isEqualTo("ca_needed");
        assertThat(Arrays.stream(Severity.values()).map(Severity::code)).containsExactly("error", "warning", "note");
    }
}
