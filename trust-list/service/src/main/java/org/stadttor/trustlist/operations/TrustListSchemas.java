// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.operations;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.audit.jdbc.AuditSchema;

/** Brings the schemas of this process up to date when it starts; several nodes may start at once. */
public final class TrustListSchemas {

    /** Migrates {@code audit} and {@code trust} as their owner and grants the runtime role what it needs. */
    public TrustListSchemas(TrustListSettings.Database database) {
        Secret password = database.migrationPassword();
        DriverManagerDataSource owner = new DriverManagerDataSource(
                database.url(),
                database.migrationUser() == null ? database.user() : database.migrationUser(),
                password == null ? database.password().text() : password.text());
        AuditSchema.migrate(owner, database.user());
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema("trust")
                .schemas("trust")
                .locations("classpath:db/trust")
                .placeholders(Map.of("runtimeRole", database.user()))
                .load()
                .migrate();
    }
}
