// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings the schemas this process uses up to date when it starts; each has its own history of migrations. */
public final class DatabaseSchemas {

    private static final List<String> SCHEMAS = List.of("audit", "wallet", "idp");

    /** Migrates; several nodes may start at once, Flyway lets one go first. */
    public DatabaseSchemas(IdpSettings.Database database) {
        Secret password = database.migrationPassword();
        DriverManagerDataSource owner = new DriverManagerDataSource(
                database.url(),
                database.migrationUser() == null ? database.user() : database.migrationUser(),
                password == null ? database.password().text() : password.text());
        for (String schema : SCHEMAS) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(schema)
                    .locations("classpath:db/" + schema)
                    .load()
                    .migrate();
        }
    }
}
