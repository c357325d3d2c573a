// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real trust lists and published test vectors, read in place beside the checkout; tests without them are skipped. */
public final class SharedMaterial {

    private SharedMaterial() {}

    /**
     * The file at this path below the shared folder.
     *
     * @param path for example {@code trust-data/de-sandbox/pid-provider-seq2.jwt}
     */
    public static Path file(String path) {
        String root = System.getProperty("stadttor.root");
        Path shared = (root == null ? Path.of("").toAbsolutePath() : Path.of(root)).resolveSibling("shared");
        Path file = shared.resolve(path);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "skipped: shared material is absent: " + path);
        return file;
    }

    /** The text of such a file, UTF-8. */
    public static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
