// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

class PostgresServerTest {
    @TempDir
    Path parent;

    private Path root() {
        return parent.resolve("sandbox");
    }

    @Test
    void keeps_data_over_a_restart_durably() throws SQLException {
        try (SandboxFolder folder = SandboxFolder.open(root())) {
            try (PostgresServer server = PostgresServer.start(folder, 0)) {
                execute(server, "CREATE TABLE kept (word text)");
                execute(server, "INSERT INTO kept VALUES ('before the stop')");
            }
        }
        try (SandboxFolder folder = SandboxFolder.open(root());
                PostgresServer server = PostgresServer.start(folder, 0)) {
            assertThat(one(server, "SELECT word FROM kept")).isEqualTo("before the stop");
            assertThat(one(server, "SHOW fsync")).isEqualTo("on");
            assertThat(one(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(server, "SELECT rolpassword FROM pg_authid WHERE rolname = 'postgres'"))
                    .startsWith("SCRAM-SHA-256$");
        }
    }

    @Test
    void refuses_connections_without_the_password() {
        try (SandboxFolder folder = SandboxFolder.open(root());
                PostgresServer server = PostgresServer.start(folder, 0)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void keeps_everything_readable_by_its_owner_only() throws IOException {
        try (SandboxFolder folder = SandboxFolder.open(root());
                PostgresServer _ = PostgresServer.start(folder, 0)) {
            assertThat(mode(root())).isEqualTo("rwx------");
            assertThat(mode(folder.file("database"))).isEqualTo("rwx------");
            assertThat(mode(folder.secretFile("postgres-password"))).isEqualTo("rw-------");
        }
    }

    @Test
    void starts_again_after_the_jvm_was_killed() throws Exception {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        root().toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(root().resolve("ready")));
        child.destroyForcibly().waitFor();
        PostmasterFile left = PostmasterFile.read(root().resolve("database")).orElseThrow();
        assertThat(left.server()).as("the server outlives the JVM").isPresent();

        try (SandboxFolder folder = SandboxFolder.open(root());
                PostgresServer server = PostgresServer.start(folder, 0)) {
            assertThat(one(server, "SELECT word FROM kept")).isEqualTo("before the kill");
            await("the old server was stopped").until(() -> left.server().isEmpty());
        }
    }

    @Test
    void starts_again_when_the_pid_file_names_a_process_that_is_something_else() throws Exception {
        try (SandboxFolder folder = SandboxFolder.open(root())) {
            PostgresServer.start(folder, 0).close();
            Files.writeString(
                    folder.file("database").resolve("postmaster.pid"),
                    ProcessHandle.current().pid() + "\n/nowhere\n0\n5432\n\n127.0.0.1\n1 1\nready\n");
            try (PostgresServer server = PostgresServer.start(folder, 0)) {
                assertThat(one(server, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void stops_with_the_launcher() {
        try (SandboxFolder folder = SandboxFolder.open(root())) {
            PostgresServer server = PostgresServer.start(folder, 0);
            ProcessHandle process = PostmasterFile.read(folder.file("database"))
                    .flatMap(PostmasterFile::server)
                    .orElseThrow();
            server.close();
            await().until(() -> !process.isAlive());
        }
    }

    @Test
    void rejects_second_instance_on_the_same_folder() {
        try (SandboxFolder _ = SandboxFolder.open(root())) {
            StartRefusedException refused =
                    catchThrowableOfType(StartRefusedException.class, () -> SandboxFolder.open(root()));
            assertThat(refused.reason()).isEqualTo(Reason.SECOND_INSTANCE);
            assertThat(refused)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void rejects_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SandboxFolder folder = SandboxFolder.open(root())) {
            StartRefusedException refused = catchThrowableOfType(
                    StartRefusedException.class, () -> PostgresServer.start(folder, taken.getLocalPort()));
            assertThat(refused.reason()).isEqualTo(Reason.PORT_IN_USE);
            assertThat(refused).hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void rejects_folder_that_is_a_file() throws IOException {
        Files.writeString(root(), "not a folder");
        assertThat(catchThrowableOfType(StartRefusedException.class, () -> SandboxFolder.open(root()))
                        .reason())
                .isEqualTo(Reason.FOLDER_UNUSABLE);
    }

    @Test
    void rejects_incomplete_data() throws IOException {
        try (SandboxFolder folder = SandboxFolder.open(root())) {
            Files.createDirectories(folder.file("database"));
            assertBroken(folder);
        }
    }

    @Test
    void rejects_data_of_another_version() throws IOException {
        try (SandboxFolder folder = SandboxFolder.open(root())) {
            PostgresServer.start(folder, 0).close();
            Files.writeString(folder.file("database").resolve("PG_VERSION"), "17\n");
            assertBroken(folder);
        }
    }

    @Test
    void rejects_damaged_data() throws IOException {
        try (SandboxFolder folder = SandboxFolder.open(root())) {
            PostgresServer.start(folder, 0).close();
            Files.writeString(folder.file("database").resolve("global/pg_control"), "damaged");
            assertBroken(folder);
        }
    }

    @Test
    void rejects_data_whose_password_is_lost() throws IOException {
        try (SandboxFolder folder = SandboxFolder.open(root())) {
            PostgresServer.start(folder, 0).close();
            Files.delete(folder.secretFile("postgres-password"));
            assertBroken(folder);
        }
    }

    private static void assertBroken(SandboxFolder folder) {
        StartRefusedException refused =
                catchThrowableOfType(StartRefusedException.class, () -> PostgresServer.start(folder, 0));
        assertThat(refused.reason()).isEqualTo(Reason.DATABASE_BROKEN);
        assertThat(refused).hasMessageContaining("delete " + folder);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
