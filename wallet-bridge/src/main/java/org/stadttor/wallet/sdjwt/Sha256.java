// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of disclosures and key binding that is accepted ({@code sha-256}). */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
