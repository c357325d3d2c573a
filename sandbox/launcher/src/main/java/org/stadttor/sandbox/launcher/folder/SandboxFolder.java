// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

/**
 * The folder in which the sandbox keeps its database, keys and logs, locked for this process until it is closed. New
 * folders are made with mode 0700, secrets with 0600.
 */
public final class SandboxFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel lockFile;

    private SandboxFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is not there, and locks it.
     *
     * @throws StartRefusedException if it cannot be used, or another process has locked it
     */
    public static SandboxFolder open(Path root) {
        Path folder = root.toAbsolutePath().normalize();
        try {
            makePrivate(folder);
            Path file = folder.resolve("lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw secondInstance(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new SandboxFolder(folder, channel);
        } catch (IOException e) {
            throw new StartRefusedException(
                    Reason.FOLDER_UNUSABLE,
                    "The folder " + folder + " cannot be used (" + e.getClass().getSimpleName()
                            + "): run the sandbox as the user who owns it, or name another folder with"
                            + " --stadttor.sandbox.folder=<path>.",
                    e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static StartRefusedException secondInstance(Path folder, String pid) {
        return new StartRefusedException(
                Reason.SECOND_INSTANCE,
                "A sandbox is already running on the folder " + folder
                        + (pid.isEmpty() ? "" : " (process " + pid + ")")
                        + ": stop it, or start this one with --stadttor.sandbox.folder=<another folder> and other ports.");
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rwx------"))));
        }
    }

    /** A sub-folder, made if it is not there. */
    public Path directory(String name) {
        Path folder = root.resolve(name);
        try {
            makePrivate(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** Whether the secret was made before. */
    public boolean hasSecret(String name) {
        return Files.isRegularFile(directory("secrets").resolve(name));
    }

    /** A secret of 32 random bytes, base64url; made at the first call, the same ever after. */
    public String secret(String name) {
        Path file = directory("secrets").resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            writeSecret(file, value);
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the secret is, for settings of the form {@code file:…}. */
    public Path secretFile(String name) {
        return directory("secrets").resolve(name);
    }

    /** Writes a file only its owner can read, complete or not at all. */
    public static void writeSecret(Path file, String value) {
        try {
            Path part = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    ".new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, value);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unlocks the folder. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
