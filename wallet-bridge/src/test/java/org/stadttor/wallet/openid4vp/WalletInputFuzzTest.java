// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Whatever a wallet sends, the answer is a value or a refusal with a reason. */
class WalletInputFuzzTest {

    private static final ResponseKey KEY = ResponseKey.generate(new SecureRandom());
    private static final ResponseDecryptor DECRYPTOR = new ResponseDecryptor(64 * 1024);

    @FuzzTest(maxDuration = "30s")
    void authorization_response(byte[] payload) {
        try {
            ResponsePayload.parse(payload).requireState("s").response();
        } catch (OpenId4VpException e) {
            e.reason().code();
        }
    }

    @FuzzTest(maxDuration = "30s")
    void form_body(byte[] body) {
        try {
            FormBody.parse(body).walletMessage();
        } catch (OpenId4VpException e) {
            e.reason().code();
        }
    }

    @FuzzTest(maxDuration = "30s")
    void jwe_header(byte[] header) {
        String encoded = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(header);
        refused(encoded + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        // The same with what makes it past the first checks.
        String text = new String(header, StandardCharsets.UTF_8);
        String complete = "{\"alg\":\"ECDH-ES\",\"enc\":\"A128GCM\",\"kid\":\"" + KEY.kid() + "\"," + text;
        refused(java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(complete.getBytes(StandardCharsets.UTF_8))
                + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
    }

    private static void refused(String jwe) {
        try {
            DECRYPTOR.decrypt(jwe, KEY);
            throw new AssertionError("nobody has encrypted this");
        } catch (OpenId4VpException e) {
            e.reason().code();
        }
    }
}
