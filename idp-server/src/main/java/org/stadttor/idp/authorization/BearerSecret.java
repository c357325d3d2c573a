// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A value that gives its holder a right: code, access token, address of a pushed request, handle. The database knows its
 * SHA-256 only. {@link #toString()} does not show it.
 */
public record BearerSecret(String value) {

    private static final int LENGTH = 32;

    /** 256 random bits in base64url after a prefix. */
    public static BearerSecret create(String prefix, SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new BearerSecret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** By which the database finds what belongs to it. */
    public byte[] hash() {
        return sha256(value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "BearerSecret[…]";
    }
}
