// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code audit} up to date. Every process calls it at start-up; several at once are fine. */
public final class AuditSchema {

    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final long LOCK = 8388201002L;

    private AuditSchema() {}

    /**
     * Migrates, and lets the runtime role append and read, nothing else.
     *
     * @param owner connections of the role that owns the schema, or of a member of it; not pooled, two are used at the
     *     same time
     * @param runtimeRole an existing role, may be the owner itself (sandbox)
     */
    public static void migrate(DataSource owner, String runtimeRole) {
        if (!ROLE.matcher(runtimeRole).matches()) {
            throw new IllegalArgumentException("not a role name");
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            try {
                String becomeOwner = becomeOwner(statement);
                statement.execute(becomeOwner);
                Flyway.configure()
                        .dataSource(owner)
                        .initSql(becomeOwner)
                        .defaultSchema("audit")
                        .schemas("audit")
                        .locations("classpath:db/audit")
                        .load()
                        .migrate();
                grant(statement, runtimeRole);
            } finally {
                statement.execute("RESET ROLE");
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit schema cannot be migrated", e);
        }
    }

    /** Two processes migrate this schema, each as a role of its own: what they make belongs to the schema's owner. */
    private static String becomeOwner(Statement statement) throws SQLException {
        try (ResultSet owner = statement.executeQuery(
                "SELECT quote_ident(pg_get_userbyid(nspowner)) FROM pg_namespace WHERE nspname = 'audit'")) {
            return owner.next() ? "SET ROLE " + owner.getString(1) : "SET ROLE NONE";
        }
    }

    private static void grant(Statement statement, String role) throws SQLException {
        statement.execute("GRANT USAGE ON SCHEMA audit TO \"" + role + "\"");
        statement.execute("GRANT SELECT ON audit.entry TO \"" + role + "\"");
        statement.execute(
                "GRANT EXECUTE ON FUNCTION audit.append(timestamptz, text, text, text, text) TO \"" + role + "\"");
    }
}
