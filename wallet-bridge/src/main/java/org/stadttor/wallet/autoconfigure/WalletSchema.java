// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The database schema {@code wallet}: brought up to date when the bridge starts, with its own history. */
public final class WalletSchema {

    /** Migrates; several nodes may start at once, Flyway lets one go first. */
    public WalletSchema(DataSource dataSource, @Nullable String runtimeRole) {
        FluentConfiguration flyway =
                Flyway.configure().dataSource(dataSource).schemas("wallet").locations("classpath:db/wallet");
        if (runtimeRole != null) {
            flyway = flyway.locations("classpath:db/wallet", "classpath:db/wallet-grants")
                    .placeholders(Map.of("runtimeRole", runtimeRole));
        }
        flyway.load().migrate();
    }
}
