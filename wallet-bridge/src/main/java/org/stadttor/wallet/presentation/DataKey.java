// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The configured key under which private response keys are encrypted at rest: 32 bytes, never used itself, only keys
 * derived from it. {@link #toString()} does not show it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
 */
public final class DataKey {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] secret;

    /**
     * Takes the key.
     *
     * @throws IllegalArgumentException if it is not {@value #LENGTH} bytes long
     */
    public DataKey(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a data key has " + LENGTH + " bytes");
        }
        this.secret = secret.clone();
    }

    SecretKey aesKey(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", expansion(secret, purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 bytes for one purpose out of a secret of full entropy. */
    static byte[] derive(byte[] secret, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(expansion(secret, purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HKDFParameterSpec expansion(byte[] secret, String purpose) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), LENGTH);
    }

    @Override
    public String toString() {
        return "DataKey[…]";
    }
}
