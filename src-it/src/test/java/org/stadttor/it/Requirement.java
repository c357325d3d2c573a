// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Something a machine may lack. A test that needs it is skipped, and {@code target/skipped.txt} says so; with
 * {@code -Dstadttor.test.complete=true} it fails instead.
 */
enum Requirement {
    CHROMIUM("a browser: Debian's packages chromium and chromium-driver"),
    NODE("node and npm"),
    TOOLS("bash, curl, openssl and jq"),
    AUTHLIB("Debian's packages python3-authlib and python3-requests"),
    PACKAGED_JARS("the production jars, which mvn verify packages and mvn test does not"),
    DATABASE_FILES("the files of the database server, to search its write-ahead log: they are elsewhere");

    private final String what;

    Requirement(String what) {
        this.what = what;
    }

    /** Skips or fails the calling test unless the thing is there. */
    void require(boolean present) {
        if (present) {
            return;
        }
        String sentence = "skipped, because it needs " + what;
        if (Boolean.getBoolean("stadttor.test.complete")) {
            Assertions.fail(sentence);
        }
        note(StackWalker.getInstance()
                        .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                                .filter(name -> name.endsWith("Test"))
                                .findFirst()
                                .orElse(""))
                + ": " + sentence);
        Assumptions.abort(sentence);
    }

    /** The first of these programs that is there. */
    static Optional<Path> program(String... names) {
        List<Path> folders =
                Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void note(String line) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(
                    Path.of("target/skipped.txt"),
                    line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
