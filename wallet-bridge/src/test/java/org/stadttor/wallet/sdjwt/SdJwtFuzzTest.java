// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.JwsAlgorithm;
import org.stadttor.wallet.credential.StrictJson;
import org.stadttor.wallet.credential.VerificationKey;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.fixture.TestVerification;
import org.stadttor.wallet.fixture.TestWallet;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a wallet sends, the answer is a refusal with a reason or a value, and nothing else. */
class SdJwtFuzzTest {

    private static final TestWallet WALLET = TestWallet.create();
    private static final VerificationKey HOLDER =
            VerificationKey.ofJwk(WALLET.jwk(), JwsAlgorithm.ES256, Reason.HOLDER_KEY_INVALID);

    @FuzzTest
    void parse(byte[] presentation) {
        try {
            assertThat(SdJwt.parse(new String(presentation, StandardCharsets.ISO_8859_1)))
                    .isNotNull();
        } catch (CredentialRejectedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    /** Header, payload and disclosures as JSON, one per line; {@code $0} stands for the digest of the first one. */
    @FuzzTest
    void resolve(byte[] lines) {
        String[] texts = new String(lines, StandardCharsets.UTF_8).split("\n", 9);
        try {
            List<Disclosure> disclosures = new ArrayList<>();
            for (int i = texts.length - 1; i > 0; i--) {
                disclosures.addFirst(Disclosure.parse(TestJws.base64Url(withDigests(texts[i], i, disclosures))));
            }
            ObjectNode payload = StrictJson.object(
                    withDigests(texts[0], 0, disclosures).getBytes(StandardCharsets.UTF_8), Reason.MALFORMED);
            ObjectNode claims = DisclosureResolver.resolve(payload, disclosures);
            assertThat(claims.findValue("_sd")).isNull();
            assertThat(claims.findValue("...")).isNull();
            assertThat(claims.findValue("_sd_alg")).isNull();
        } catch (CredentialRejectedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    /** {@code $n} means the disclosure in line n; only later lines have digests yet. */
    private static String withDigests(String text, int line, List<Disclosure> later) {
        String result = text;
        for (int i = 0; i < later.size(); i++) {
            result = result.replace("$" + (line + 1 + i), later.get(i).digest());
        }
        return result;
    }

    /** Header and payload of a key binding JWT that the holder has signed. */
    @FuzzTest
    void keyBinding(byte[] lines) {
        String[] texts = new String(lines, StandardCharsets.UTF_8).split("\n", 2);
        String payload = texts.length > 1 ? texts[1] : "{}";
        String jwt = TestJws.sign(
                texts[0], payload, "SHA256withECDSAinP1363Format", WALLET.keys().getPrivate());
        try {
            SdJwt sdJwt = SdJwt.parse("e30.e30.AAAA~" + jwt);
            KeyBindingJwt keyBinding = KeyBindingJwt.verify(sdJwt.keyBinding().orElseThrow(), HOLDER);
            keyBinding.requireAnswers(TestVerification.BINDING);
            keyBinding.requireFresh(TestVerification.BINDING, TestVerification.RULES, TestVerification.CLOCK.instant());
            keyBinding.requirePresented(sdJwt.presentedHash());
        } catch (CredentialRejectedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
