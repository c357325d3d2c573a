// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.authorization.UsedAssertions;

/** Used client assertions in the table {@code idp.used_assertion}. */
public final class JdbcUsedAssertions implements UsedAssertions {

    private final JdbcClient jdbc;

    public JdbcUsedAssertions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean use(byte[] name, Instant expiresAt) {
        return jdbc.sql("INSERT INTO idp.used_assertion VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                        .params(name, Timestamp.from(expiresAt))
                        .update()
                == 1;
    }

    @Override
    public int purge(Instant now) {
        return jdbc.sql("DELETE FROM idp.used_assertion WHERE expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}
