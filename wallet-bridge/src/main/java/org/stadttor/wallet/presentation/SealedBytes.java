// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.util.Arrays;

/** Ciphertext, or a public key: bytes that may lie in the database. */
public final class SealedBytes {

    private final byte[] bytes;

    private SealedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SealedBytes of(byte[] bytes) {
        return new SealedBytes(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedBytes[" + bytes.length + "]";
    }
}
