// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A fresh, empty database on a real PostgreSQL server. One server per test JVM, chosen by what is there: the one named by
 * the system properties {@code stadttor.test.jdbc-url}, {@code …jdbc-user} and {@code …jdbc-password} (a superuser), else
 * Docker through Testcontainers (image: {@code stadttor.test.postgres-image}, default {@code postgres:18}), else embedded
 * binaries. The system property {@code stadttor.test.database} ({@code jdbc}, {@code docker} or {@code embedded}) forces
 * one.
 *
 * @param url JDBC address of the database
 * @param user a superuser, so that tests can make roles
 */
public record TestDatabase(String url, String user, String password) {

    private static final class Server {
        static final TestDatabase INSTANCE = start();
    }

    /** Makes a new, empty database. */
    public static TestDatabase create() {
        TestDatabase server = Server.INSTANCE;
        String name = "t_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(
                server.url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), server.user, server.password);
    }

    /** A new connection as the superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static TestDatabase start() {
        String choice = System.getProperty("stadttor.test.database", "").toLowerCase(Locale.ROOT);
        String jdbcUrl = System.getProperty("stadttor.test.jdbc-url", "");
        if (choice.equals("jdbc") || (choice.isEmpty() && !jdbcUrl.isEmpty())) {
            return new TestDatabase(
                    jdbcUrl,
                    System.getProperty("stadttor.test.jdbc-user", "postgres"),
                    System.getProperty("stadttor.test.jdbc-password", ""));
        }
        if (choice.equals("docker") || (choice.isEmpty() && dockerIsThere())) {
            return inDocker();
        }
        return embedded();
    }

    private static boolean dockerIsThere() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers stops it
    private static TestDatabase inDocker() {
        DockerImageName image = DockerImageName.parse(System.getProperty("stadttor.test.postgres-image", "postgres:18"))
                .asCompatibleSubstituteFor("postgres");
        PostgreSQLContainer container =
                new PostgreSQLContainer(image).withCommand("postgres", "-c", "max_connections=200");
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static TestDatabase embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            // Not getJdbcUrl(): that one names the user in the address, which would win over any other role of a test.
            return new TestDatabase(
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
