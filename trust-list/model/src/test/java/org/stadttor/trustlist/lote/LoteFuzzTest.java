// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.stadttor.trustlist.testing.TestCertificate;

/** Whatever comes in: a list, or {@link InvalidListException}. The seeds run in every build. */
class LoteFuzzTest {

    private static final Clock CLOCK = Clock.fixed(TestCertificate.NOW, ZoneOffset.UTC);
    private static final TestCertificate SIGNER = TestCertificate.selfSigned("Signer");

    @FuzzTest
    void json(byte[] input) {
        try {
            ListOfTrustedEntities list = LoteJson.read(input);
            assertThat(LoteJson.read(LoteJson.write(list)).sequenceNumber()).isEqualTo(list.sequenceNumber());
        } catch (InvalidListException e) {
            assertThat(e.reason().code()).isNotEmpty();
        }
    }

    @FuzzTest
    void signature(byte[] input) {
        try {
            LoteSignature.verify(new String(input, StandardCharsets.UTF_8), List.of(SIGNER.certificate()), CLOCK);
            throw new AssertionError("verified without the key");
        } catch (InvalidListException e) {
            assertThat(e.reason().code()).isNotEmpty();
        }
    }

    @FuzzTest
    void signed_payload(byte[] input) {
        String jws = LoteSignature.sign(input, SIGNER.key(), SIGNER.certificate(), TestCertificate.NOW);
        try {
            assertThat(LoteSignature.verify(jws, List.of(SIGNER.certificate()), CLOCK)
                            .compactJws())
                    .isEqualTo(jws);
        } catch (InvalidListException e) {
            assertThat(e.reason().code()).isNotEmpty();
        }
    }
}
