// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.file.PathUtils;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

/**
 * The PostgreSQL programs, unpacked from the class path into a private folder. (The library they come with would unpack
 * them into a folder that everybody can write.)
 */
final class PostgresBinaries {
    /** The major version, as {@code PG_VERSION} of a data folder names it. */
    static final String VERSION = "18";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the programs below this folder, unless a complete copy is there. */
    static PostgresBinaries unpackInto(Path parent) {
        String archive = archiveName();
        try {
            URLConnection resource = open(archive);
            Path home = parent.resolve(archive.replace(".txz", "") + "-" + resource.getContentLengthLong());
            if (!Files.isDirectory(home)) {
                Path part = Files.createTempDirectory(parent, ".unpack");
                try (InputStream packed = new BufferedInputStream(resource.getInputStream())) {
                    unpack(packed, part);
                }
                Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String archiveName() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> throw unsupported(arch);
        };
    }

    private static StartRefusedException unsupported(String arch) {
        return new StartRefusedException(
                Reason.DATABASE_UNSUPPORTED,
                "There is no embedded PostgreSQL for this machine (" + arch
                        + "): the sandbox needs Linux on x86-64 or ARM-64.");
    }

    private static URLConnection open(String archive) throws IOException {
        URL resource = PostgresBinaries.class.getClassLoader().getResource(archive);
        if (resource == null) {
            throw unsupported(System.getProperty("os.arch"));
        }
        return resource.openConnection();
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an archive entry leaves the folder");
                }
                write(tar, entry, path);
            }
        } catch (IOException | RuntimeException e) {
            PathUtils.deleteDirectory(target);
            throw e;
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean program = (entry.getMode() & 0100) != 0;
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString(program ? "rwx------" : "rw-------");
        Files.setPosixFilePermissions(path, mode);
    }
}
