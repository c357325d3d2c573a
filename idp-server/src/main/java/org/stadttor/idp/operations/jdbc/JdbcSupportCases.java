// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.operations.SupportCases;
import org.stadttor.wallet.presentation.PresentationId;

/** Support cases in the table {@code idp.support_case}. */
public final class JdbcSupportCases implements SupportCases {

    private static final int PREFIX_LENGTH = 10;

    private final JdbcClient jdbc;

    public JdbcSupportCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remember(SupportCase supportCase) {
        UUID id = supportCase.presentation().value();
        jdbc.sql("INSERT INTO idp.support_case VALUES (?, ?, ?, ?) ON CONFLICT (presentation_id) DO NOTHING")
                .params(
                        id,
                        id.toString().replace("-", "").substring(0, PREFIX_LENGTH),
                        supportCase.reason(),
                        Timestamp.from(supportCase.happenedAt()))
                .update();
    }

    @Override
    public List<SupportCase> startingWith(String idPrefix) {
        return jdbc.sql("SELECT * FROM idp.support_case WHERE id_prefix = ? ORDER BY happened_at DESC")
                .param(idPrefix)
                .query((row, number) -> new SupportCase(
                        new PresentationId(row.getObject("presentation_id", UUID.class)),
                        row.getString("reason"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    @Override
    public int purge(Instant before) {
        return jdbc.sql("DELETE FROM idp.support_case WHERE happened_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
