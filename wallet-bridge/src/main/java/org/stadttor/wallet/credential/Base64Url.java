// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;

/**
 * base64url as JOSE uses it, in its one canonical form: no padding, no white space, unused bits zero.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515, section 2</a>
 */
public final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    /**
     * Decodes text that a wallet sent.
     *
     * @param malformed the reason to refuse with if the text is empty or not canonical
     */
    public static byte[] decode(String text, Reason malformed) {
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(ascii);
        } catch (IllegalArgumentException _) {
            throw new CredentialRejectedException(malformed);
        }
        if (decoded.length == 0 || !Arrays.equals(ENCODER.encode(decoded), ascii)) {
            throw new CredentialRejectedException(malformed);
        }
        return decoded;
    }

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
