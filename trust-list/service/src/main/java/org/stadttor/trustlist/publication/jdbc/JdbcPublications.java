// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.Publications;

/** Table {@code trust.publication}. */
public final class JdbcPublications implements Publications {

    /** Where nodes are told that there is a new issue; a hint only. */
    static final String CHANNEL = "trust_publication";

    private static final long LOCK = 8388201012L;

    private static final String[] PURPOSES =
            Stream.of(ListPurpose.values()).map(ListPurpose::code).toArray(String[]::new);

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

    /** One look at the index per list, however many issues there are. */
    @Override
    public Map<ListPurpose, Long> latestSequences() {
        Map<ListPurpose, Long> sequences = new EnumMap<>(ListPurpose.class);
        jdbc.sql(
                        "SELECT p.purpose, (SELECT max(sequence) FROM trust.publication l WHERE l.purpose = p.purpose) AS latest"
                                + " FROM unnest(:purposes) AS p (purpose)")
                .param("purposes", PURPOSES)
                .query(row -> {
                    long latest = row.getLong("latest");
                    if (latest > 0) {
                        sequences.put(purpose(row), latest);
                    }
                });
        return sequences;
    }

    @Override
    public Optional<Publication> latest(ListPurpose purpose) {
        return query("ORDER BY sequence DESC LIMIT 1", purpose)
                .query((row, number) -> publication(row))
                .optional();
    }

    @Override
    public Optional<Publication> find(ListPurpose purpose, long sequence) {
        return query("AND sequence = :sequence", purpose)
                .param("sequence", sequence)
                .query((row, number) -> publication(row))
                .optional();
    }

    @Override
    public Optional<Publication> at(ListPurpose purpose, Instant moment) {
        return query("AND issued_at <= :moment ORDER BY sequence DESC LIMIT 1", purpose)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> publication(row))
                .optional();
    }

    @Override
    public List<Publication> before(ListPurpose purpose, long sequence, int limit) {
        return query("AND sequence < :sequence ORDER BY sequence DESC LIMIT :limit", purpose)
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, number) -> publication(row))
                .list();
    }

    private StatementSpec query(String rest, ListPurpose purpose) {
        return jdbc.sql("SELECT * FROM trust.publication WHERE purpose = :purpose " + rest)
                .param("purpose", purpose.code());
    }

    @Override
    public void add(Publication publication) {
        jdbc.sql("INSERT INTO trust.publication (purpose, sequence, issued_at, next_update, content_hash, jws)"
                        + " VALUES (:purpose, :sequence, :issuedAt, :nextUpdate, :contentHash, :jws)")
                .param("purpose", publication.purpose().code())
                .param("sequence", publication.sequence())
                .param("issuedAt", publication.issuedAt().atOffset(ZoneOffset.UTC))
                .param("nextUpdate", publication.nextUpdate().atOffset(ZoneOffset.UTC))
                .param("contentHash", publication.contentHash())
                .param("jws", publication.jws())
                .update();
        jdbc.sql("SELECT pg_notify(:channel, :issue)")
                .param("channel", CHANNEL)
                .param("issue", publication.purpose().code() + "/" + publication.sequence())
                .query()
                .listOfRows();
    }

    private static ListPurpose purpose(ResultSet row) throws SQLException {
        return ListPurpose.of(row.getString("purpose")).orElseThrow();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                purpose(row),
                row.getLong("sequence"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_update", OffsetDateTime.class).toInstant(),
                row.getString("content_hash"),
                row.getString("jws"));
    }
}
