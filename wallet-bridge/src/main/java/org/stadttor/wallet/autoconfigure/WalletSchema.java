// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The database schema {@code wallet}, with its own history of migrations. */
public final class WalletSchema {

    /**
     * Migrates; several nodes may start at once, Flyway lets one go first.
     *
     * @param dataSource of the owner of the schema; null where another node migrates
     * @param runtimeRole granted access to the tables, if it is another role; else null
     */
    public WalletSchema(@Nullable DataSource dataSource, @Nullable String runtimeRole) {
        if (dataSource != null) {
            migrate(dataSource, runtimeRole);
        }
    }

    private static void migrate(DataSource dataSource, @Nullable String runtimeRole) {
        FluentConfiguration flyway =
                Flyway.configure().dataSource(dataSource).schemas("wallet").locations("classpath:db/wallet");
        if (runtimeRole != null) {
            flyway = flyway.locations("classpath:db/wallet", "classpath:db/wallet-grants")
                    .placeholders(Map.of("runtimeRole", runtimeRole));
        }
        flyway.load().migrate();
    }
}
