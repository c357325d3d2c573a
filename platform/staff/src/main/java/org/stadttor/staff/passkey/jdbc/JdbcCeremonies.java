// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.stadttor.staff.passkey.Ceremonies;
import org.stadttor.staff.passkey.Ceremony;

/** Ceremonies in the table {@code ceremony} of one schema. */
public final class JdbcCeremonies implements Ceremonies {

    private static final int PURGED_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final String table;

    public JdbcCeremonies(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.table = schema + ".ceremony";
    }

    @Override
    public void open(Ceremony ceremony, int mostOfSession, Instant now) {
        // Skips what another node is deleting at this moment: nobody waits for anybody here.
        jdbc.sql("DELETE FROM " + table + " WHERE ticket_hash IN (SELECT ticket_hash FROM " + table
                        + " WHERE expires_at <= ? ORDER BY expires_at LIMIT " + PURGED_AT_ONCE
                        + " FOR UPDATE SKIP LOCKED)")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("DELETE FROM " + table + " WHERE ticket_hash IN (SELECT ticket_hash FROM " + table
                        + " WHERE session_hash = ? AND purpose = ? ORDER BY expires_at DESC, ticket_hash OFFSET ?)")
                .params(ceremony.sessionHash(), ceremony.purpose().name(), mostOfSession - 1)
                .update();
        jdbc.sql("INSERT INTO " + table + " (ticket_hash, session_hash, purpose, subject_hash, challenge, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        ceremony.ticketHash(),
                        ceremony.sessionHash(),
                        ceremony.purpose().name(),
                        ceremony.subjectHash(),
                        ceremony.challenge().getBytes(),
                        Timestamp.from(ceremony.expiresAt()))
                .update();
    }

    @Override
    public Optional<Ceremony> take(String ticketHash, String sessionHash, Ceremony.Purpose purpose, Instant now) {
        return jdbc.sql("DELETE FROM " + table + " WHERE ticket_hash = ? AND session_hash = ? AND purpose = ?"
                        + " AND expires_at > ? RETURNING *")
                .params(ticketHash, sessionHash, purpose.name(), Timestamp.from(now))
                .query((row, number) -> new Ceremony(
                        row.getString("ticket_hash"),
                        row.getString("session_hash"),
                        Ceremony.Purpose.valueOf(row.getString("purpose")),
                        row.getString("subject_hash"),
                        new Bytes(row.getBytes("challenge")),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }
}
