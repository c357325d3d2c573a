// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.Publications;

/** Table {@code trust.publication}. */
public final class JdbcPublications implements Publications {

    /** Where nodes are told that there is a new issue; a hint only. */
    static final String CHANNEL = "trust_publication";

    private static final long LOCK = 8388201012L;

    private final JdbcClient jdbc;

    public JdbcPublications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .listOfRows();
    }

    @Override
    public long latestSequence() {
        return jdbc.sql("SELECT coalesce(max(sequence), 0) FROM trust.publication")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Publication> latest() {
        return jdbc.sql("SELECT * FROM trust.publication ORDER BY sequence DESC LIMIT 1")
                .query((row, number) -> publication(row))
                .optional();
    }

    @Override
    public Optional<Publication> find(long sequence) {
        return jdbc.sql("SELECT * FROM trust.publication WHERE sequence = :sequence")
                .param("sequence", sequence)
                .query((row, number) -> publication(row))
                .optional();
    }

    @Override
    public void add(Publication publication) {
        jdbc.sql("INSERT INTO trust.publication (sequence, issued_at, next_update, content_hash, jws)"
                        + " VALUES (:sequence, :issuedAt, :nextUpdate, :contentHash, :jws)")
                .param("sequence", publication.sequence())
                .param("issuedAt", publication.issuedAt().atOffset(ZoneOffset.UTC))
                .param("nextUpdate", publication.nextUpdate().atOffset(ZoneOffset.UTC))
                .param("contentHash", publication.contentHash())
                .param("jws", publication.jws())
                .update();
        jdbc.sql("SELECT pg_notify(:channel, :sequence)")
                .param("channel", CHANNEL)
                .param("sequence", Long.toString(publication.sequence()))
                .query()
                .listOfRows();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("sequence"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_update", OffsetDateTime.class).toInstant(),
                row.getString("content_hash"),
                row.getString("jws"));
    }
}
