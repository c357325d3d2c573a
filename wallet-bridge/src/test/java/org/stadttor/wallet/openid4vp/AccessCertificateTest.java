// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.presentation.testing.TestAccessCertificate;

class AccessCertificateTest {

    private final TestAccessCertificate test = TestAccessCertificate.create();

    @Test
    void computes_the_client_identifier() throws Exception {
        AccessCertificate certificate = new AccessCertificate(test.key(), test.chainWithAnchor());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(test.leaf().getEncoded());
        assertThat(certificate.clientId().value())
                .isEqualTo(
                        "x509_hash:" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void leaves_the_anchor_out() {
        assertThat(new AccessCertificate(test.key(), test.chainWithAnchor()).chain())
                .containsExactly(test.leaf());
    }

    @Test
    void rejects_self_signed_leaf() {
        KeyPair pair = TestAccessCertificate.keyPair("secp256r1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AccessCertificate(pair.getPrivate(), List.of(TestAccessCertificate.selfSigned(pair))));
    }

    @Test
    void rejects_other_curve() {
        TestAccessCertificate p384 = TestAccessCertificate.create("secp384r1");
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessCertificate(p384.key(), List.of(p384.leaf())));
    }

    @Test
    void rejects_key_of_another_certificate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AccessCertificate(TestAccessCertificate.create().key(), List.of(test.leaf())));
    }

    @Test
    void rejects_certificates_that_do_not_follow() {
        TestAccessCertificate other = TestAccessCertificate.create();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessCertificate(test.key(), List.of(test.leaf(), other.leaf())));
    }

    @Test
    void rejects_empty_chain() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessCertificate(test.key(), List.of()));
    }
}
