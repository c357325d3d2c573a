// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.audit.jdbc.AuditSchema;

/**
 * Brings the schemas {@code audit} and {@code idp} up to date when this process starts; each has its own history of
 * migrations. The wallet bridge does so for its own.
 */
public final class DatabaseSchemas {

    /** Migrates; several nodes may start at once, Flyway lets one go first. */
    public DatabaseSchemas(DataSource owner, IdpSettings.Database database) {
        AuditSchema.migrate(owner, database.user());
        Flyway.configure()
                .dataSource(owner)
                .schemas("idp")
                .locations("classpath:db/idp")
                .load()
                .migrate();
    }

    /** Connections of the role that owns the schemas; not pooled, they are only needed at the start. */
    public static DataSource owner(IdpSettings.Database database) {
        Secret password = database.migrationPassword();
        return new DriverManagerDataSource(
                database.url(),
                database.migrationUser() == null ? database.user() : database.migrationUser(),
                password == null ? database.password().text() : password.text());
    }
}
