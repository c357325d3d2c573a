// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.audit.jdbc.AuditSchema;
import org.stadttor.settings.Secret;
import org.stadttor.staff.jdbc.StaffSchema;

/** Brings the schemas of this process up to date when it starts; several nodes may start at once. */
public final class TrustListSchemas {

    /** Schema of this process's staff. */
    public static final String STAFF = "trust_staff";

    private static final long LOCK = 8388201013L;

    /** Migrates {@code audit} and {@code trust} as their owner and grants the runtime role what it needs. */
    public TrustListSchemas(TrustListSettings.Database database) {
        if (database.migrate()) {
            Secret password = database.migrationPassword();
            DriverManagerDataSource owner = new DriverManagerDataSource(
                    database.url(),
                    database.migrationUser() == null ? database.user() : database.migrationUser(),
                    password == null ? database.password().text() : password.text());
            AuditSchema.migrate(owner, database.user());
            StaffSchema.migrate(owner, STAFF, database.user());
            migrateTrust(owner, database.user());
        }
    }

    private static void migrateTrust(DataSource owner, String runtimeRole) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            // Held until the connection is closed. Flyway's own lock comes too late for the schema itself.
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            Flyway.configure()
                    .dataSource(owner)
                    .defaultSchema("trust")
                    .schemas("trust")
                    .locations("classpath:db/trust")
                    .placeholders(Map.of("runtimeRole", runtimeRole))
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new IllegalStateException("the trust schema cannot be migrated", e);
        }
    }
}
