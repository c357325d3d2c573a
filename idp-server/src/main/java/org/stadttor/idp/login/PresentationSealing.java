// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationId;

/**
 * Keeps the bearer values of a waiting page readable only for its browser: AES-256-GCM under a key derived from the cookie
 * (HMAC-SHA-256 with a label as PRF), bound to the presentation's id.
 */
final class PresentationSealing {

    private static final String SEPARATOR = "\n";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    PresentationSealing(SecureRandom random) {
        this.random = random;
    }

    /** What a page's presentation is found by. */
    static String loginKey(BrowserBinding browser, String handle, Flow flow) {
        return encode(derive(browser, "login-key" + SEPARATOR + flow + SEPARATOR + handle));
    }

    String seal(BrowserBinding browser, LoginPresentation presentation) {
        String text = String.join(
                SEPARATOR,
                List.of(
                        presentation.flow().name(),
                        presentation.handle(),
                        presentation.clientId(),
                        presentation.requestUri().toString()));
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, browser, presentation.id(), nonce)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return encode(nonce) + "." + encode(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Empty if it belongs to another browser. */
    Optional<LoginPresentation> open(BrowserBinding browser, StoredPresentation stored) {
        String[] parts = stored.sealed().split("\\.", 2);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, browser, stored.id(), decode(parts[0]))
                    .doFinal(decode(parts[1]));
            String[] fields = new String(text, StandardCharsets.UTF_8).split(SEPARATOR, 4);
            return Optional.of(new LoginPresentation(
                    stored.id(),
                    Flow.valueOf(fields[0]),
                    fields[1],
                    fields[2],
                    URI.create(fields[3]),
                    stored.freshSince(),
                    stored.refusal()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, BrowserBinding browser, PresentationId id, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derive(browser, "seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] derive(BrowserBinding browser, String label) {
        byte[] secret = browser.secret();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(("stadttor login 1 " + label).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
