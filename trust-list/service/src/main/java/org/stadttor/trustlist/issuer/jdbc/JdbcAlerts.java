// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.trustlist.issuer.Alert;
import org.stadttor.trustlist.issuer.Alerts;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.ListPurpose;

/** Table {@code trust.alert}. */
public final class JdbcAlerts implements Alerts {

    private final JdbcClient jdbc;

    public JdbcAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Alert> open() {
        return jdbc.sql("SELECT * FROM trust.alert WHERE acknowledged_by IS NULL ORDER BY raised_at, id")
                .query((row, number) -> alert(row))
                .list();
    }

    @Override
    public List<Alert> all(int offset, int limit) {
        return jdbc.sql("SELECT * FROM trust.alert ORDER BY raised_at DESC, id LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> alert(row))
                .list();
    }

    @Override
    public Optional<Alert> find(UUID id) {
        return jdbc.sql("SELECT * FROM trust.alert WHERE id = :id")
                .param("id", id)
                .query((row, number) -> alert(row))
                .optional();
    }

    @Override
    public void raise(Alert alert) {
        jdbc.sql("INSERT INTO trust.alert (id, kind, issuer, purpose, raised_at)"
                        + " VALUES (:id, :kind, :issuer, :purpose, :at)")
                .param("id", alert.id())
                .param("kind", alert.kind().code())
                .param("issuer", alert.issuer().value())
                .param("purpose", alert.purpose().code())
                .param("at", Rows.timestamp(alert.raisedAt()))
                .update();
    }

    @Override
    public boolean acknowledge(UUID id, Change change) {
        return jdbc.sql("UPDATE trust.alert SET acknowledged_by = :by, acknowledged_at = :at, acknowledgement = :reason"
                                + " WHERE id = :id AND acknowledged_by IS NULL")
                        .param("id", id)
                        .param("by", change.by().value())
                        .param("at", Rows.timestamp(change.at()))
                        .param("reason", change.reason())
                        .update()
                == 1;
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                Alert.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Rows.issuer(row, "issuer"),
                ListPurpose.of(row.getString("purpose")).orElseThrow(),
                Rows.instant(row, "raised_at"),
                row.getString("acknowledged_by") == null
                        ? Optional.empty()
                        : Optional.of(Rows.change(row, "acknowledged_by", "acknowledged_at", "acknowledgement")));
    }
}
