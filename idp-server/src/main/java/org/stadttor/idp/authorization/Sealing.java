// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts with AES-256-GCM under a key made by HKDF-SHA-256 from a secret, a fresh salt and a label that names the
 * purpose. Layout: salt (32), nonce (12), ciphertext with tag.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
 */
public final class Sealing {

    private static final int SALT = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String label;
    private final SecureRandom random;

    /**
     * Sealing for one purpose.
     *
     * @param label differs for each purpose, so that a text sealed for one cannot be opened for another
     */
    public Sealing(String label, SecureRandom random) {
        this.label = label;
        this.random = random;
    }

    /** Seals a text; {@code context} is bound to it and must be given again to open it. */
    public byte[] seal(byte[] secret, String context, byte[] plaintext) {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, secret, salt, nonce, context).doFinal(plaintext);
            return ByteBuffer.allocate(SALT + NONCE + sealed.length)
                    .put(salt)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * Opens what was sealed with the same secret and context.
     *
     * @throws IllegalStateException if secret, context or text are others
     */
    public byte[] open(byte[] secret, String context, byte[] sealed) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(sealed);
            byte[] salt = new byte[SALT];
            byte[] nonce = new byte[NONCE];
            buffer.get(salt).get(nonce);
            byte[] text = new byte[buffer.remaining()];
            buffer.get(text);
            return cipher(Cipher.DECRYPT_MODE, secret, salt, nonce, context).doFinal(text);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw new IllegalStateException("cannot be opened", e);
        }
    }

    private Cipher cipher(int mode, byte[] secret, byte[] salt, byte[] nonce, String context)
            throws GeneralSecurityException {
        SecretKey key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret)
                                .addSalt(salt)
                                .thenExpand(label.getBytes(StandardCharsets.UTF_8), 32));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
