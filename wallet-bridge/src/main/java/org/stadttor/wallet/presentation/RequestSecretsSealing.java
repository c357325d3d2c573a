// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts the secrets of a request at rest: AES-256-GCM with a random 96-bit IV, the presentation's id as additional
 * data, so that no row can be opened in another's place.
 *
 * @see <a href="https://csrc.nist.gov/pubs/sp/800/38/d/final">NIST SP 800-38D</a>
 */
public final class RequestSecretsSealing {

    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public RequestSecretsSealing(DataKey dataKey) {
        this.key = dataKey.aesKey("stadttor wallet request secrets v1");
    }

    RequestSecrets create() {
        return RequestSecrets.create(random);
    }

    SealedBytes seal(PresentationId id, RequestSecrets secrets) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, id, iv, secrets.encoded());
        return SealedBytes.of(ByteBuffer.allocate(IV + encrypted.length)
                .put(iv)
                .put(encrypted)
                .array());
    }

    RequestSecrets open(PresentationId id, SealedBytes sealed) {
        byte[] bytes = sealed.bytes();
        byte[] iv = Arrays.copyOf(bytes, IV);
        return RequestSecrets.decode(run(Cipher.DECRYPT_MODE, id, iv, Arrays.copyOfRange(bytes, IV, bytes.length)));
    }

    private byte[] run(int mode, PresentationId id, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
            return Objects.requireNonNull(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("request secrets of presentation " + id + " cannot be processed", e);
        }
    }
}
