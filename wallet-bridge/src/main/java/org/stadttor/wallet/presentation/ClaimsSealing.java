// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.stadttor.wallet.pid.PersonIdentification;

/**
 * Seals a person's attributes between the wallet's answer and the browser's collection: HPKE base mode, DHKEM(X25519,
 * HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The private key exists only while the browser shows its cookie.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9180">RFC 9180</a>
 */
final class ClaimsSealing {

    private static final int ENCAPSULATION = 32;
    private static final byte[] NO_DATA = {};

    private ClaimsSealing() {}

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    static AsymmetricCipherKeyPair keyPair(byte[] seed) {
        return suite().deriveKeyPair(seed);
    }

    static SealedBytes publicKey(BrowserKeys browser) {
        return SealedBytes.of(suite().serializePublicKey(browser.claimsKeyPair().getPublic()));
    }

    static SealedBytes seal(PresentationId id, SealedBytes publicKey, PersonIdentification person) {
        HPKE hpke = suite();
        var context = hpke.setupBaseS(hpke.deserializePublicKey(publicKey.bytes()), info(id));
        try {
            byte[] encrypted = context.seal(NO_DATA, PersonJson.write(person));
            byte[] encapsulation = context.getEncapsulation();
            return SealedBytes.of(ByteBuffer.allocate(encapsulation.length + encrypted.length)
                    .put(encapsulation)
                    .put(encrypted)
                    .array());
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("claims of presentation " + id + " cannot be sealed", e);
        }
    }

    static PersonIdentification open(PresentationId id, BrowserKeys browser, SealedBytes sealed) {
        byte[] bytes = sealed.bytes();
        try {
            var context = suite().setupBaseR(Arrays.copyOf(bytes, ENCAPSULATION), browser.claimsKeyPair(), info(id));
            return PersonJson.read(context.open(NO_DATA, Arrays.copyOfRange(bytes, ENCAPSULATION, bytes.length)));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("claims of presentation " + id + " cannot be opened", e);
        }
    }

    private static byte[] info(PresentationId id) {
        return ("stadttor wallet claims v1 " + id).getBytes(StandardCharsets.US_ASCII);
    }
}
