// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.stadttor.trustlist.TestKey;

/** Whatever is pasted or uploaded: certificates, or {@link CertificateInputException}. The seeds run in every build. */
class CertificateInputFuzzTest {

    @FuzzTest
    void input(byte[] input) {
        try {
            CertificateInput read = CertificateInput.parse(input);
            assertThat(read.certificates()).isNotEmpty().doesNotHaveDuplicates();
            for (var certificate : read.certificates()) {
                assertThat(CertificateDetails.of(certificate, read.certificates())
                                .chain())
                        .isNotEmpty();
                assertThat(CertificateLint.of(certificate, CertificateExpectation.NONE, TestKey.NOW))
                        .doesNotContainNull();
            }
        } catch (CertificateInputException e) {
            assertThat(e.getMessage()).isEqualTo(e.reason().code());
        }
    }
}
