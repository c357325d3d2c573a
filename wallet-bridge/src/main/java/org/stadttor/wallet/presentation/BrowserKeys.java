// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/**
 * What one browser is to one presentation, derived from its cookie: a proof that it is the one that started it, and the
 * key pair claims are sealed to. Two presentations of one browser have nothing in common in the database.
 */
final class BrowserKeys {

    private final ValueHash proof;
    private final AsymmetricCipherKeyPair claimsKeyPair;

    private BrowserKeys(ValueHash proof, AsymmetricCipherKeyPair claimsKeyPair) {
        this.proof = proof;
        this.claimsKeyPair = claimsKeyPair;
    }

    static BrowserKeys derive(BrowserBinding browser, PresentationId id) {
        byte[] seed = DataKey.derive(browser.secret(), "stadttor wallet claims key v1 " + id);
        return new BrowserKeys(proof(browser, id), ClaimsSealing.keyPair(seed));
    }

    /** The proof alone; cheap. */
    static ValueHash proof(BrowserBinding browser, PresentationId id) {
        return ValueHash.encode(DataKey.derive(browser.secret(), "stadttor wallet browser proof v1 " + id));
    }

    ValueHash proof() {
        return proof;
    }

    AsymmetricCipherKeyPair claimsKeyPair() {
        return claimsKeyPair;
    }

    @Override
    public String toString() {
        return "BrowserKeys[…]";
    }
}
