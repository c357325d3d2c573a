// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadttor.trustlist.certificate.CertificateFixture.CA;
import static org.stadttor.trustlist.certificate.CertificateFixture.ca;
import static org.stadttor.trustlist.certificate.CertificateFixture.leaf;
import static org.stadttor.trustlist.certificate.CertificateFixture.policies;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.certificate.CertificateDetails.AlternativeName;

class CertificateDetailsTest {

    private static CertificateDetails details(X509Certificate certificate) {
        return CertificateDetails.of(certificate, List.of());
    }

    @Test
    void reads_what_a_leaf_says() throws Exception {
        X509Certificate certificate = leaf(f -> f.with("2.5.29.32", false, policies("0.4.0.194118.1.2", "1.2.3"))
                .with("2.5.29.37", false, CertificateFixture.serverAuth()));
        CertificateDetails details = details(certificate);
        assertThat(details.subject())
                .isEqualTo("CN=PID signer 1,organizationIdentifier=NTRDE-HRB1,O=Musterdruckerei,C=DE");
        assertThat(details.issuer()).isEqualTo("CN=CA,O=Stadttor Test,C=DE");
        assertThat(details.selfIssued()).isFalse();
        assertThat(details.serial()).isEqualTo("1234");
        assertThat(details.notBefore()).isEqualTo(TestKey.NOW.minus(Duration.ofDays(10)));
        assertThat(details.notAfter()).isEqualTo(TestKey.NOW.plus(Duration.ofDays(365)));
        assertThat(details.key()).isEqualTo(new PublicKeyDescription("EC", 256, "P-256"));
        assertThat(details.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
        assertThat(details.ca()).isFalse();
        assertThat(details.pathLength()).isEmpty();
        assertThat(details.keyUsage()).containsExactly("digital_signature");
        assertThat(details.extendedKeyUsage()).containsExactly("serverAuth (1.3.6.1.5.5.7.3.1)");
        assertThat(details.alternativeNames())
                .containsExactly(
                        new AlternativeName("uri", "https://example.org/support"),
                        new AlternativeName("dns", "example.org"));
        assertThat(details.policies()).containsExactly("NCP-l-eudiwrp (0.4.0.194118.1.2)", "1.2.3");
        assertThat(details.criticalExtensions()).containsExactly("2.5.29.15");
        assertThat(details.organizationIdentifier()).contains("NTRDE-HRB1");
        assertThat(details.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())))
                .isEqualTo(CertificateDetails.sha256(certificate));
        assertThat(details.sha1()).hasSize(40);
    }

    @Test
    void reads_what_a_ca_says() {
        CertificateDetails details = details(ca(f -> f));
        assertThat(details.ca()).isTrue();
        assertThat(details.pathLength()).isEqualTo(OptionalInt.of(0));
        assertThat(details.keyUsage()).containsExactly("key_cert_sign", "crl_sign");
        assertThat(details(CA.certificate()).pathLength()).isEmpty();
        assertThat(details(CA.certificate()).selfIssued()).isTrue();
    }

    @Test
    void follows_the_chain_as_far_as_signatures_fit() {
        X509Certificate leaf = leaf(f -> f);
        TestKey impostor = TestKey.create("CA");
        assertThat(CertificateDetails.of(leaf, List.of(leaf, impostor.certificate(), CA.certificate()))
                        .chain())
                .containsExactly(
                        "CN=PID signer 1,organizationIdentifier=NTRDE-HRB1,O=Musterdruckerei,C=DE",
                        "CN=CA,O=Stadttor Test,C=DE");
        assertThat(CertificateDetails.of(leaf, List.of(leaf, impostor.certificate()))
                        .chain())
                .hasSize(1);
    }

    @Test
    void shows_characters_that_would_hide_or_turn_text() {
        CertificateDetails details =
                details(leaf(f -> f.subject("CN=good\u202Elive\u200B\u0007x,2.5.4.97=NTRDE-\u2066X")));
        assertThat(details.subject()).contains("good\\u202elive\\u200b\\u0007x");
        assertThat(details.organizationIdentifier()).contains("NTRDE-\\u2066X");
        assertThat(VisibleText.of("ü".repeat(1001))).hasSize(1001).endsWith("…");
    }

    @Test
    void leaves_out_what_cannot_be_read() {
        CertificateDetails details = details(leaf(f -> f.garbage("2.5.29.32").garbage("2.5.29.37")));
        assertThat(details.policies()).isEmpty();
        assertThat(details.extendedKeyUsage()).isEmpty();
    }

    @Test
    void names_keys_in_two_words() {
        assertThat(PublicKeyDescription.of(CertificateFixture.rsa(2048).getPublic())
                        .text())
                .isEqualTo("RSA 2048");
        assertThat(PublicKeyDescription.of(CertificateFixture.ec("secp384r1").getPublic())
                        .text())
                .isEqualTo("EC P-384");
        assertThat(new PublicKeyDescription("EdDSA", 0, "").text()).isEqualTo("EdDSA");
    }
}
