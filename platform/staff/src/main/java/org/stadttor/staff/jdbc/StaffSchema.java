// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema of a staff: the same tables in each process, in a schema of its own. */
public final class StaffSchema {

    private static final long LOCK = 8388201007L;
    private static final Pattern ROLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

    private StaffSchema() {}

    /**
     * Brings it up to date.
     *
     * @param owner connections of the role that owns the schema
     * @param runtimeRole the role the process runs as, may be the owner
     */
    public static void migrate(DataSource owner, String schema, String runtimeRole) {
        if (!ROLE.matcher(runtimeRole).matches()) {
            throw new IllegalArgumentException("not a role name");
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            // Held until the connection is closed. Flyway's own lock comes too late for the schema itself.
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            Flyway.configure()
                    .dataSource(owner)
                    .defaultSchema(schema)
                    .schemas(schema)
                    .locations("classpath:db/staff")
                    .placeholders(Map.of("schema", schema, "runtimeRole", runtimeRole))
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new IllegalStateException("the schema of the staff cannot be migrated", e);
        }
    }
}
