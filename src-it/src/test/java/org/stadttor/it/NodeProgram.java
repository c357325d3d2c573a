// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of {@code src/test/node}, run by node; its packages are installed into {@code target/} once per build. */
final class NodeProgram implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path TARGET = Path.of("target/node");

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private NodeProgram(String name) throws IOException {
        errors = TARGET.resolve(name + ".log");
        process = new ProcessBuilder("node", name)
                .directory(TARGET.toFile())
                .redirectError(errors.toFile())
                .start();
        output = process.inputReader();
    }

    /** Starts a program; skips the calling test where there is no node. */
    static synchronized NodeProgram start(String name) {
        try {
            var _ = folder();
            return new NodeProgram(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the packages are, for further programs; skips the calling test where there is no node. */
    static synchronized Path folder() {
        Requirement.NODE.require(Requirement.program("node").isPresent()
                && Requirement.program("npm").isPresent());
        try {
            install();
            return TARGET;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes one line to its standard input. */
    void write(String line) {
        try {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing more will be written. */
    void finishInput() {
        try {
            process.outputWriter().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line of its standard output. */
    String read() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the program ended:\n" + Files.readString(errors));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        boolean changed = false;
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Path copy = TARGET.resolve(file.getFileName());
                boolean same = Files.exists(copy) && Files.mismatch(file, copy) < 0;
                changed |= !same && file.toString().endsWith(".json");
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (changed || !Files.isDirectory(TARGET.resolve("node_modules"))) {
            Process npm = new ProcessBuilder(
                            "npm",
                            "ci",
                            "--omit-lockfile-registry-resolved",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts")
                    .directory(TARGET.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(TARGET.resolve("npm.log").toFile())
                    .start();
            if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                throw new IllegalStateException("npm failed:\n" + Files.readString(TARGET.resolve("npm.log")));
            }
        }
    }
}
