// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.audit.jdbc.AuditSchema;
import org.stadttor.settings.Secret;
import org.stadttor.staff.jdbc.StaffSchema;

/**
 * Brings the schemas {@code audit} and {@code idp} up to date when this process starts; each has its own history of
 * migrations. The wallet bridge does so for its own.
 */
public final class DatabaseSchemas {

    /** Schema of this process's staff. */
    public static final String STAFF = "idp_staff";

    /**
     * Migrates; several nodes may start at once, Flyway lets one go first.
     *
     * @param owner null where another node migrates
     */
    public DatabaseSchemas(@Nullable DataSource owner, IdpSettings.Database database) {
        if (owner != null) {
            migrate(owner, database);
        }
    }

    private static void migrate(DataSource owner, IdpSettings.Database database) {
        AuditSchema.migrate(owner, database.user());
        StaffSchema.migrate(owner, STAFF, database.user());
        Flyway.configure()
                .dataSource(owner)
                .schemas("idp")
                .locations("classpath:db/idp")
                // Rooms have ranges of version numbers: a later migration may have a lower number.
                .outOfOrder(true)
                .load()
                .migrate();
        if (database.migrationUser() != null) {
            grant(owner, database.user());
        }
        if (database.trustListRole() != null) {
            share(owner, database.trustListRole());
        }
    }

    /** Connections of the role that owns the schemas; not pooled, they are only needed at the start. */
    public static DataSource owner(IdpSettings.Database database) {
        Secret password = database.migrationPassword();
        return new DriverManagerDataSource(
                database.url(),
                database.migrationUser() == null ? database.user() : database.migrationUser(),
                password == null ? database.password().text() : password.text());
    }

    private static void grant(DataSource owner, String role) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(role, true);
            statement.execute("GRANT USAGE ON SCHEMA idp TO " + name);
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA idp TO " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the runtime role cannot be given its rights", e);
        }
    }

    /** One view and nothing else, whatever the role was given before. */
    private static void share(DataSource owner, String role) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(role, true);
            statement.execute("REVOKE ALL ON ALL TABLES IN SCHEMA idp FROM " + name);
            statement.execute("GRANT USAGE ON SCHEMA idp TO " + name);
            statement.execute("GRANT SELECT ON idp.issuer_usage TO " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the role of stadttor.database.trust-list-role cannot be given its right", e);
        }
    }
}
