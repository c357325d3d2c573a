// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What the database knows of a secret: base64url of a one-way image of it. */
public record ValueHash(String value) {

    static ValueHash of(byte[] secret) {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static ValueHash encode(byte[] image) {
        return new ValueHash(Base64.getUrlEncoder().withoutPadding().encodeToString(image));
    }

    /** Compares in constant time. */
    boolean matches(ValueHash other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
    }
}
