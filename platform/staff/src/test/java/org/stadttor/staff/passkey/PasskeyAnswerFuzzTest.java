// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.security.web.webauthn.api.Bytes;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/** Whatever comes in the hidden field: an answer that can be read, or a refusal. The seeds run in every build. */
class PasskeyAnswerFuzzTest {

    private static final StaffId ACCOUNT = StaffId.random();
    private static final WebAuthnRelyingParty RELYING_PARTY =
            new WebAuthnRelyingParty(() -> URI.create("http://localhost:8090"), "Probe");

    @FuzzTest
    void answer(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            assertThat(PasskeyAnswer.assertion(text).getRawId().getBytes()).isNotEmpty();
        } catch (PasskeyRefusedException e) {
            assertThat(e.reason()).isEqualTo(Reason.ANSWER_INVALID);
        }
        try {
            // The challenge is new, so nothing recorded or invented can be right.
            RELYING_PARTY.checkNew(RELYING_PARTY.askNew(Bytes.random(), ACCOUNT, "Probe", java.util.List.of()), text);
            throw new AssertionError("accepted");
        } catch (PasskeyRefusedException e) {
            assertThat(e.reason()).isEqualTo(Reason.ANSWER_INVALID);
        }
    }
}
