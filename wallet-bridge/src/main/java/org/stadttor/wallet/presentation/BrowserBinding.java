// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of one browser: 32 random bytes that live only in its cookie. The database holds hashes of values derived
 * from it, and claims sealed to a key derived from it. {@link #toString()} does not show it.
 */
public final class BrowserBinding {

    private static final int LENGTH = 32;

    private final byte[] secret;

    private BrowserBinding(byte[] secret) {
        this.secret = secret;
    }

    public static BrowserBinding create(SecureRandom random) {
        byte[] secret = new byte[LENGTH];
        random.nextBytes(secret);
        return new BrowserBinding(secret);
    }

    /**
     * Reads the cookie value.
     *
     * @throws IllegalArgumentException if it is not 32 bytes of base64url without padding
     */
    public static BrowserBinding parse(String cookieValue) {
        byte[] secret = Base64.getUrlDecoder().decode(cookieValue);
        if (secret.length != LENGTH
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(secret)
                        .equals(cookieValue)) {
            throw new IllegalArgumentException("not a browser binding");
        }
        return new BrowserBinding(secret);
    }

    public String cookieValue() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** A copy of the secret, for key derivation only. */
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "BrowserBinding[…]";
    }
}
