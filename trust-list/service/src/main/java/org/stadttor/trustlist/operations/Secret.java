// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A setting given by value or as {@code file:/path/of/a/file}. {@link #toString()} does not show it. */
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

    public String text() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
