// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Proposed;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/** Table {@code trust.issuer}. The database checks four eyes and transitions once more. */
public final class JdbcTrustedIssuers implements TrustedIssuers {

    private static final long LOCK = 8388201011L;
    private static final String CHANGED = " changed_by = :by, changed_at = :at, reason = :reason";

    private final JdbcClient jdbc;

    public JdbcTrustedIssuers(JdbcClient jdbc) {
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
    public Optional<TrustedIssuer> find(IssuerId id) {
        return jdbc.sql("SELECT * FROM trust.issuer WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> issuer(row))
                .optional();
    }

    @Override
    public List<TrustedIssuer> all() {
        return jdbc.sql("SELECT * FROM trust.issuer ORDER BY proposed_at, id")
                .query((row, number) -> issuer(row))
                .list();
    }

    @Override
    public List<Approved> approved() {
        return jdbc.sql("SELECT * FROM trust.issuer WHERE state = 'approved' ORDER BY proposed_at, id")
                .query((row, number) -> approved(row))
                .list();
    }

    @Override
    public void add(Proposed issuer) {
        jdbc.sql("INSERT INTO trust.issuer"
                        + " (id, state, details, proposed_by, proposed_at, changed_by, changed_at, reason)"
                        + " VALUES (:id, 'proposed', :details, :by, :at, :by, :at, :reason)")
                .param("id", issuer.id().value())
                .param("details", IssuerDetailsJson.write(issuer.details()))
                .param("by", issuer.proposedBy().value())
                .param("at", timestamp(issuer.proposedAt()))
                .param("reason", issuer.details().legalBasis())
                .update();
    }

    @Override
    public boolean approve(IssuerId id, Change change) {
        return update("state = 'approved', approved_by = :by, approved_at = :at", "state = 'proposed'", id, change);
    }

    @Override
    public boolean suspend(IssuerId id, Change change) {
        return update(
                "state = 'suspended', resumption_proposed_by = NULL, resumed_by = NULL",
                "state = 'approved'",
                id,
                change);
    }

    @Override
    public boolean proposeResumption(IssuerId id, Change change) {
        return update("resumption_proposed_by = :by", "state = 'suspended'", id, change);
    }

    @Override
    public boolean resume(IssuerId id, Change change) {
        return update(
                "state = 'approved', resumed_by = :by",
                "state = 'suspended' AND resumption_proposed_by IS NOT NULL",
                id,
                change);
    }

    @Override
    public boolean withdraw(IssuerId id, Change change) {
        return update("state = 'withdrawn'", "state <> 'withdrawn'", id, change);
    }

    private boolean update(String assignments, String expected, IssuerId id, Change change) {
        return jdbc.sql("UPDATE trust.issuer SET " + assignments + "," + CHANGED + " WHERE id = :id AND " + expected)
                        .param("id", id.value())
                        .param("by", change.by().value())
                        .param("at", timestamp(change.at()))
                        .param("reason", change.reason())
                        .update()
                == 1;
    }

    private static TrustedIssuer issuer(ResultSet row) throws SQLException {
        IssuerId id = new IssuerId(row.getObject("id", UUID.class));
        IssuerDetails details = IssuerDetailsJson.read(row.getString("details"));
        StaffId changedBy = new StaffId(row.getString("changed_by"));
        Instant changedAt = instant(row, "changed_at");
        return switch (row.getString("state")) {
            case "proposed" ->
                new Proposed(id, details, new StaffId(row.getString("proposed_by")), instant(row, "proposed_at"));
            case "approved" -> approved(row);
            case "suspended" ->
                new Suspended(
                        id,
                        details,
                        changedBy,
                        changedAt,
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("resumption_proposed_by"))
                                .map(StaffId::new));
            case "withdrawn" -> new Withdrawn(id, details, changedBy, changedAt, row.getString("reason"));
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }

    private static Approved approved(ResultSet row) throws SQLException {
        return new Approved(
                new IssuerId(row.getObject("id", UUID.class)),
                IssuerDetailsJson.read(row.getString("details")),
                new StaffId(row.getString("proposed_by")),
                new StaffId(row.getString("approved_by")),
                instant(row, "approved_at"));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
