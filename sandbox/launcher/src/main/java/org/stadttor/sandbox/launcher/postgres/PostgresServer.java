// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

/**
 * A PostgreSQL server of the sandbox's own, on the loopback address, with data that is kept in the sandbox's folder. It
 * is a daemon: it outlives a killed JVM, and the next start stops it in order before it starts anew.
 */
public final class PostgresServer implements AutoCloseable {
    private final PostgresBinaries binaries;
    private final PostgresCommand command;
    private final SandboxFolder folder;
    private final PostgresData data;
    private final int port;

    private PostgresServer(SandboxFolder folder, int port) {
        this.folder = folder;
        this.data = new PostgresData(folder);
        this.command = new PostgresCommand(folder.directory("log").resolve("postgresql-commands.log"));
        command.requireUsable();
        this.binaries = PostgresBinaries.unpackInto(folder.directory("postgresql"));
        this.port = port == 0 ? freePort() : port;
    }

    /**
     * Starts the server; the first time it makes the data folder.
     *
     * @param port on the loopback address; 0 for any free one
     * @throws StartRefusedException with a sentence that says what to do
     */
    public static PostgresServer start(SandboxFolder folder, int port) {
        PostgresServer server = new PostgresServer(folder, port);
        if (server.data.exists()) {
            server.data.requireComplete();
            server.stopLeftover();
        } else {
            server.data.make(server.command, server.binaries.program("initdb"));
        }
        server.requireFreePort();
        server.startServer();
        return server;
    }

    /** JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A new connection as the superuser, for making roles and databases. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), PostgresData.SUPERUSER, data.password());
    }

    private void stopLeftover() {
        Optional<PostmasterFile> left = PostmasterFile.read(data.path());
        if (left.isEmpty()) {
            return;
        }
        if (left.get().server().isPresent()) {
            stop();
        } else {
            delete(PostmasterFile.path(data.path()));
        }
    }

    private void requireFreePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new StartRefusedException(
                    Reason.PORT_IN_USE,
                    "Port " + port + " is in use, PostgreSQL cannot start: stop what listens there, or choose another"
                            + " with --stadttor.sandbox.database-port=<port> (0 for any free one).",
                    e);
        }
    }

    private void startServer() {
        data.writeSettings(port);
        int exit = command.run(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=60",
                "--silent",
                "--pgdata=" + data.path(),
                "--log=" + folder.directory("log").resolve("postgresql.log"));
        if (exit != 0) {
            throw data.broken("cannot be opened by PostgreSQL");
        }
        try (Connection connection = connect("postgres")) {
            connection.isValid(5);
        } catch (SQLException e) {
            stop();
            throw data.broken("does not accept its password");
        }
    }

    private void stop() {
        int exit = command.run(
                binaries.program("pg_ctl"),
                "stop",
                "--wait",
                "--timeout=30",
                "--silent",
                "--mode=fast",
                "--pgdata=" + data.path());
        if (exit != 0
                && PostmasterFile.read(data.path())
                        .flatMap(PostmasterFile::server)
                        .isPresent()) {
            throw data.broken("is used by a PostgreSQL server that does not stop");
        }
    }

    /** Stops the server in order; committed data is on the disk. */
    @Override
    public void close() {
        stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
