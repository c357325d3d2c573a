// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends through the database function {@code audit.append}: one round trip, one chain for all processes. Works in the
 * caller's transaction (read committed) and holds the chain's lock until it ends, so use cases append last.
 */
public final class JdbcAuditLog implements AuditLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public JdbcAuditLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void append(AuditEvent event) {
        jdbc.queryForObject(
                "SELECT audit.append(?, ?, ?, ?, ?)",
                Long.class,
                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                event.type(),
                event.actor(),
                event.subject(),
                JSON.writeValueAsString(new TreeMap<>(event.details())));
    }
}
