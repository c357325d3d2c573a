// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with the sub-folders {@code issuers}, {@code wallets} and {@code relying-parties}, one JSON file each. New and
 * changed files are registered; the outcome of each is kept and logged.
 */
public final class RegistrationFolder {
    private static final Logger LOG = LoggerFactory.getLogger("sandbox");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,99}");
    private static final int LIMIT = 100_000;

    private final Path root;
    private final Registrar registrar;
    private final Map<Path, byte[]> seen = new TreeMap<>();
    private final Map<Path, String> outcomes = new TreeMap<>();

    public RegistrationFolder(Path root, Registrar registrar) {
        this.root = root.toAbsolutePath().normalize();
        this.registrar = registrar;
        try {
            for (RegistrationKind kind : RegistrationKind.values()) {
                Files.createDirectories(this.root.resolve(kind.folder()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers each file that is new or has changed since the last scan. */
    public synchronized void scan() {
        for (RegistrationKind kind : RegistrationKind.values()) {
            for (Path file : files(root.resolve(kind.folder()))) {
                scan(kind, file);
            }
        }
    }

    /**
     * Stores a file and registers it at once.
     *
     * @throws RegistrationRefusedException if the id or the content makes no sense; nothing is stored then
     */
    public synchronized void put(RegistrationKind kind, String id, byte[] content) {
        if (!ID.matcher(id).matches()) {
            throw new RegistrationRefusedException("the id must match " + ID);
        }
        registrar.register(kind, id, text(content));
        Path file = root.resolve(kind.folder()).resolve(id + ".json");
        try {
            Path part = root.resolve(kind.folder()).resolve("." + id + ".part");
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(file, content, "registered");
    }

    /** What became of each file, by its path below the folder. */
    public synchronized Map<String, String> outcomes() {
        Map<String, String> result = new TreeMap<>();
        outcomes.forEach((file, outcome) -> result.put(root.relativize(file).toString(), outcome));
        return result;
    }

    private void scan(RegistrationKind kind, Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            return; // gone again, or not readable yet: the next scan looks again
        }
        if (Arrays.equals(content, seen.get(file))) {
            return;
        }
        String id = file.getFileName().toString().replaceFirst("\\.json$", "");
        try {
            if (!ID.matcher(id).matches()) {
                throw new RegistrationRefusedException("the name of the file must match " + ID);
            }
            registrar.register(kind, id, text(content));
            remember(file, content, "registered");
        } catch (RegistrationRefusedException e) {
            remember(file, content, "refused: " + e.getMessage());
        } catch (RuntimeException e) {
            remember(file, content, "failed: see the log file");
            LoggerFactory.getLogger(RegistrationFolder.class).error("registration of {} failed", id, e);
        }
    }

    private void remember(Path file, byte[] content, String outcome) {
        seen.put(file, content);
        outcomes.put(file, outcome);
        LOG.info("{}: {}", root.relativize(file), outcome);
    }

    private static String text(byte[] content) {
        if (content.length > LIMIT) {
            throw new RegistrationRefusedException("the file is larger than " + LIMIT + " bytes");
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
