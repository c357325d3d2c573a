// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A secret setting, given by value or as {@code file:/path/of/a/file}. {@link #toString()} does not show it. */
public final class Secret {

    private static final String FILE = "file:";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException if it names a file that cannot be read
     */
    public static Secret of(String setting) {
        if (!setting.startsWith(FILE)) {
            return new Secret(setting);
        }
        try {
            return new Secret(
                    Files.readString(Path.of(setting.substring(FILE.length()))).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of a setting cannot be read: " + setting, e);
        }
    }

    /** The secret as text. */
    public String text() {
        return value;
    }

    /**
     * The secret as a 256-bit key.
     *
     * @param setting name of the setting, for the message
     * @throws IllegalArgumentException if it is not the base64 or base64url form of 32 bytes
     */
    public byte[] key(String setting) {
        try {
            byte[] key = Base64.getDecoder().decode(value.replace('-', '+').replace('_', '/'));
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " must be 32 bytes in base64", e);
        }
        throw new IllegalArgumentException(setting + " must be 32 bytes in base64");
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
