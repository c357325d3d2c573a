// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One attempt to sign in, of one browser. Everything that binds it is made of a secret in a cookie of this browser, so
 * that nothing needs to be stored and nobody else can finish it.
 *
 * @param binding 256 random bits, as text
 */
public record Attempt(String binding) {

    /** Goes to the provider and comes back with the code. */
    public String state() {
        return derived("state");
    }

    /** Goes to the provider and comes back in the ID token. */
    public String nonce() {
        return derived("nonce");
    }

    /** Proves to the provider that who redeems the code began the attempt (RFC 7636). */
    public String codeVerifier() {
        return derived("code-verifier");
    }

    /** The hash of {@link #codeVerifier()}, method S256. */
    public String codeChallenge() {
        return hash(codeVerifier());
    }

    private String derived(String purpose) {
        return hash("stadttor staff " + purpose + " " + binding);
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Attempt";
    }
}
