// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.audit.AuditEntry;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.audit.AuditEntries;
import org.stadttor.staff.audit.AuditFilter;

/** Reads {@code audit.entry}. */
public final class JdbcAuditEntries implements AuditEntries {

    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final String SELECT =
            "SELECT seq, at, type, actor, subject, details, previous_hash, hash FROM audit.entry";

    private final JdbcClient jdbc;

    public JdbcAuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AuditEntry> before(long sequence, AuditFilter filter, int limit) {
        return find(sequence, filter, limit, " seq < ?", " ORDER BY seq DESC LIMIT ?");
    }

    @Override
    public List<AuditEntry> after(long sequence, AuditFilter filter, int limit) {
        return find(sequence, filter, limit, " seq > ?", " ORDER BY seq LIMIT ?");
    }

    @Override
    public Optional<AuditEntry> find(long sequence) {
        return jdbc.sql(SELECT + " WHERE seq = ?")
                .param(sequence)
                .query((row, number) -> entry(row))
                .optional();
    }

    @Override
    public List<AuditEntry> about(StaffId person, int limit) {
        return jdbc.sql("(" + SELECT + " WHERE actor = ? ORDER BY seq DESC LIMIT ?) UNION (" + SELECT
                        + " WHERE subject = ? ORDER BY seq DESC LIMIT ?) ORDER BY seq DESC LIMIT ?")
                .params(person.value(), limit, person.value(), limit, limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private List<AuditEntry> find(long sequence, AuditFilter filter, int limit, String side, String order) {
        StringBuilder where = new StringBuilder(" WHERE").append(side);
        List<Object> values = new ArrayList<>(List.of(sequence));
        if (!filter.type().isEmpty()) {
            where.append(" AND starts_with(type, ?)");
            values.add(filter.type());
        }
        if (!filter.actor().isEmpty()) {
            where.append(" AND actor = ?");
            values.add(filter.actor());
        }
        if (!filter.subject().isEmpty()) {
            where.append(" AND subject = ?");
            values.add(filter.subject());
        }
        filter.day().ifPresent(day -> {
            where.append(" AND at >= ? AND at < ?");
            values.add(startOf(day));
            values.add(startOf(day.plusDays(1)));
        });
        values.add(limit);
        return jdbc.sql(SELECT + where + order)
                .params(values)
                .query((row, number) -> entry(row))
                .list();
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(GERMANY).toInstant());
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
