// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Function;

/**
 * The database of both processes, with its roles. Making it again changes nothing but the passwords.
 *
 * @param url JDBC address
 * @param passwords password by role
 */
public record SandboxDatabase(String url, Function<DatabaseRole, String> passwords) {
    private static final String NAME = "stadttor";
    private static final String SCRIPT = "/sandbox-database.sql";

    /** Makes roles, database and schemas on the sandbox's own server. */
    public static SandboxDatabase on(PostgresServer server, Function<DatabaseRole, String> passwords) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                if (!found.next()) {
                    statement.execute("CREATE DATABASE " + NAME);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be made", e);
        }
        try (Connection connection = server.connect(NAME)) {
            prepare(connection, passwords);
        } catch (SQLException e) {
            throw new IllegalStateException("the roles cannot be made", e);
        }
        return new SandboxDatabase(server.url(NAME), passwords);
    }

    /**
     * Makes roles and schemas in a database that is there.
     *
     * @param url JDBC address
     * @param user a superuser
     */
    public static SandboxDatabase in(
            String url, String user, String password, Function<DatabaseRole, String> passwords) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            prepare(connection, passwords);
        } catch (SQLException e) {
            throw new IllegalStateException("the roles cannot be made", e);
        }
        return new SandboxDatabase(url, passwords);
    }

    /** Password of a role. */
    public String password(DatabaseRole role) {
        return passwords.apply(role);
    }

    private static void prepare(Connection connection, Function<DatabaseRole, String> passwords) throws SQLException {
        try (Statement statement = connection.createStatement();
                InputStream script =
                        Objects.requireNonNull(SandboxDatabase.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            connection.setAutoCommit(false);
            // Roles belong to the server, not to one database: one at a time.
            statement.execute("SELECT pg_advisory_xact_lock(8388201003)");
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            for (DatabaseRole role : DatabaseRole.values()) {
                statement.execute("ALTER ROLE " + role.roleName() + " PASSWORD '"
                        + passwords.apply(role).replace("'", "''") + "'");
            }
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "SandboxDatabase[" + url + "]";
    }
}
