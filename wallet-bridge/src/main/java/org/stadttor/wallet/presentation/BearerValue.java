// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits as 43 characters of base64url: whoever holds it may do what it stands for. The database knows only its
 * {@link #hash()}. {@link #toString()} does not show it.
 */
record BearerValue(String value) {

    static final int LENGTH = 32;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static BearerValue create() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    static BearerValue of(byte[] bytes) {
        return new BearerValue(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A value from outside; empty if it cannot be one. */
    static Optional<BearerValue> parse(String untrusted) {
        return SHAPE.matcher(untrusted).matches() ? Optional.of(new BearerValue(untrusted)) : Optional.empty();
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }

    ValueHash hash() {
        return ValueHash.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "BearerValue[…]";
    }
}
