// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.trustlist.issuer.DetailsDocument;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.EntityVersion;
import org.stadttor.trustlist.issuer.EntityVersion.Event;
import org.stadttor.trustlist.issuer.EntityVersion.State;
import org.stadttor.trustlist.issuer.IssuerId;

/** Table {@code trust.issuer_version}, which the database fills by itself. */
public final class JdbcEntityHistory implements EntityHistory {

    private final JdbcClient jdbc;

    public JdbcEntityHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EntityVersion> versions(IssuerId issuer) {
        return jdbc.sql("SELECT * FROM trust.issuer_version WHERE issuer = :issuer ORDER BY version")
                .param("issuer", issuer.value())
                .query((row, number) -> version(row))
                .list();
    }

    @Override
    public Optional<EntityVersion> version(IssuerId issuer, long number) {
        return jdbc.sql("SELECT * FROM trust.issuer_version WHERE issuer = :issuer AND version = :version")
                .param("issuer", issuer.value())
                .param("version", number)
                .query((row, n) -> version(row))
                .optional();
    }

    private static EntityVersion version(ResultSet row) throws SQLException {
        return new EntityVersion(
                Rows.issuer(row, "issuer"),
                row.getLong("version"),
                Event.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                DetailsDocument.read(row.getString("details")),
                Rows.change(row, "changed_by", "changed_at", "reason"),
                Rows.proposal(row, "proposal"));
    }
}
