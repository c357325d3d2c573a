// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.file.PathUtils;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

/** The data folder of the sandbox's PostgreSQL: complete and of the right version, or refused. */
final class PostgresData {
    static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "postgres-password";

    private final SandboxFolder folder;
    private final Path data;

    PostgresData(SandboxFolder folder) {
        this.folder = folder;
        this.data = folder.file("database");
    }

    Path path() {
        return data;
    }

    boolean exists() {
        return Files.exists(data);
    }

    String password() {
        return folder.secret(PASSWORD);
    }

    /** Makes the folder aside and then moves it, so that an interrupted start leaves no half of one. */
    void make(PostgresCommand command, Path initdb) {
        Path part = folder.file("database.new");
        String password = folder.secret(PASSWORD);
        try {
            if (Files.exists(part)) {
                PathUtils.deleteDirectory(part);
            }
            Path passwordFile = folder.secretFile(PASSWORD);
            int exit = command.run(
                    initdb,
                    "--pgdata=" + part,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth-local=reject",
                    "--auth-host=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-instructions");
            if (exit != 0 || password.isEmpty()) {
                throw broken("cannot be made");
            }
            Files.writeString(part.resolve("postgresql.conf"), "\ninclude 'sandbox.conf'\n", StandardOpenOption.APPEND);
            Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireComplete() {
        try {
            Path version = data.resolve("PG_VERSION");
            if (!Files.isRegularFile(version)) {
                throw broken("is incomplete");
            }
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresBinaries.VERSION)) {
                throw broken("was made by PostgreSQL " + found + ", not " + PostgresBinaries.VERSION);
            }
        } catch (IOException e) {
            throw broken("cannot be read");
        }
        if (!folder.hasSecret(PASSWORD)) {
            throw broken("has lost its password file");
        }
    }

    /** Durable, loopback only, no socket file: whatever the folder said before. */
    void writeSettings(int port) {
        String settings = """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                """.formatted(port);
        try {
            Files.writeString(data.resolve("sandbox.conf"), settings);
        } catch (IOException e) {
            throw broken("cannot be written");
        }
    }

    StartRefusedException broken(String what) {
        return new StartRefusedException(
                Reason.DATABASE_BROKEN,
                "The database in " + data + " " + what + ": see " + folder.file("log") + ", or delete " + folder
                        + " to begin with an empty sandbox.");
    }
}
