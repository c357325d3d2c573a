// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.AuditTrail;

/** Reads the trail page by page. */
public final class JdbcAuditTrail implements AuditTrail {

    private final JdbcTemplate jdbc;

    public JdbcAuditTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AuditEntry> after(long sequence, int limit) {
        return jdbc.query(
                "SELECT seq, at, type, actor, subject, details, previous_hash, hash FROM audit.entry"
                        + " WHERE seq > ? ORDER BY seq LIMIT ?",
                (row, number) -> entry(row),
                sequence,
                limit);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("details"),
                HexFormat.of().formatHex(row.getBytes("previous_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
