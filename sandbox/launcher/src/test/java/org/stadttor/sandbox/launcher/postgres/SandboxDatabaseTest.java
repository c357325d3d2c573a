// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.audit.jdbc.AuditSchema;
import org.stadttor.testing.TestDatabase;

class SandboxDatabaseTest {
    private static SandboxDatabase database;

    @BeforeAll
    static void prepare() {
        TestDatabase server = TestDatabase.create();
        database = SandboxDatabase.in(
                server.url(), server.user(), server.password(), role -> "secret of '" + role.roleName() + "'");
        SandboxDatabase.in(server.url(), server.user(), server.password(), database.passwords());
    }

    @Test
    void lets_either_process_migrate_the_audit_trail() {
        migrateAudit(DatabaseRole.STADTTOR_IDP_OWNER, DatabaseRole.STADTTOR_IDP);
        migrateAudit(DatabaseRole.STADTTOR_TRUST_OWNER, DatabaseRole.STADTTOR_TRUST);
        migrateAudit(DatabaseRole.STADTTOR_IDP_OWNER, DatabaseRole.STADTTOR_IDP);
        assertThatCode(() -> execute(
                        DatabaseRole.STADTTOR_IDP, "SELECT audit.append(now(), 'test', 'system', 'subject', '{}')"))
                .doesNotThrowAnyException();
        assertRefused(DatabaseRole.STADTTOR_IDP, "DELETE FROM audit.entry");
        assertRefused(
                DatabaseRole.STADTTOR_IDP,
                "INSERT INTO audit.entry VALUES (9, now(), 't', 'a', 's', '{}', ''::bytea, ''::bytea)");
    }

    @Test
    void gives_running_processes_rows_but_not_tables() throws SQLException {
        execute(DatabaseRole.STADTTOR_IDP_OWNER, "CREATE TABLE idp.thing (word text)");
        execute(DatabaseRole.STADTTOR_IDP, "INSERT INTO idp.thing VALUES ('one')");
        assertRefused(DatabaseRole.STADTTOR_IDP, "CREATE TABLE idp.other (word text)");
        assertRefused(DatabaseRole.STADTTOR_IDP, "DROP TABLE idp.thing");
        assertRefused(DatabaseRole.STADTTOR_IDP, "CREATE TABLE public.other (word text)");
    }

    @Test
    void keeps_the_identity_provider_out_of_the_trust_list() throws SQLException {
        execute(DatabaseRole.STADTTOR_TRUST_OWNER, "CREATE TABLE trust.thing (word text)");
        execute(DatabaseRole.STADTTOR_TRUST, "INSERT INTO trust.thing VALUES ('one')");
        assertRefused(DatabaseRole.STADTTOR_IDP, "SELECT * FROM trust.thing");
        assertRefused(DatabaseRole.STADTTOR_IDP_OWNER, "SELECT * FROM trust.thing");
    }

    private static void migrateAudit(DatabaseRole owner, DatabaseRole runtime) {
        AuditSchema.migrate(
                new DriverManagerDataSource(database.url(), owner.roleName(), database.password(owner)),
                runtime.roleName());
    }

    private static void assertRefused(DatabaseRole role, String sql) {
        assertThatThrownBy(() -> execute(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static void execute(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), role.roleName(), database.password(role));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
