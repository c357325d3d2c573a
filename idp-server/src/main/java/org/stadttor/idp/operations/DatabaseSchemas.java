// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schemas this process uses up to date when it starts; each has its own history of migrations. */
public final class DatabaseSchemas {

    private static final List<String> SCHEMAS = List.of("audit", "wallet", "idp");

    /** Migrates; several nodes may start at once, Flyway lets one go first. */
    public DatabaseSchemas(DataSource dataSource) {
        for (String schema : SCHEMAS) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .locations("classpath:db/" + schema)
                    .load()
                    .migrate();
        }
    }
}
