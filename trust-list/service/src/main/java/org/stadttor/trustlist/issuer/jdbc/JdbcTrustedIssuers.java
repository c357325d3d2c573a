// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.EntityVersion.Event;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/** Table {@code trust.issuer}. The database checks four eyes and transitions once more, and keeps every version. */
public final class JdbcTrustedIssuers implements TrustedIssuers {

    private static final long LOCK = 8388201011L;
    private static final String SELECT = "SELECT i.*, p.proposed_by, p.decided_by FROM trust.issuer i"
            + " JOIN trust.proposal p ON p.id = i.proposal";
    private static final String ORDER = " ORDER BY i.listed_at, i.id";

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
        return jdbc.sql(SELECT + " WHERE i.id = :id")
                .param("id", id.value())
                .query((row, number) -> IssuerRow.issuer(row))
                .optional();
    }

    @Override
    public Optional<String> document(IssuerId id) {
        return jdbc.sql("SELECT details FROM trust.issuer WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    @Override
    public List<TrustedIssuer> all() {
        return jdbc.sql(SELECT + ORDER)
                .query((row, number) -> IssuerRow.issuer(row))
                .list();
    }

    @Override
    public List<TrustedIssuer> of(ListPurpose purpose) {
        return jdbc.sql(SELECT + " WHERE i.purpose = :purpose" + ORDER)
                .param("purpose", purpose.code())
                .query((row, number) -> IssuerRow.issuer(row))
                .list();
    }

    @Override
    public List<Approved> approved() {
        return jdbc.sql(SELECT + " WHERE i.state = 'approved'" + ORDER)
                .query((row, number) -> IssuerRow.approved(row))
                .list();
    }

    @Override
    public List<Approved> approved(ListPurpose purpose) {
        return jdbc.sql(SELECT + " WHERE i.state = 'approved' AND i.purpose = :purpose" + ORDER)
                .param("purpose", purpose.code())
                .query((row, number) -> IssuerRow.approved(row))
                .list();
    }

    @Override
    public boolean anyDeadlineBefore(Instant moment) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM trust.issuer WHERE returns_at <= :moment)"
                        + " OR EXISTS (SELECT 1 FROM trust.proposal WHERE state = 'pending' AND lapses_at <= :moment)")
                .param("moment", Rows.timestamp(moment))
                .query(Boolean.class)
                .single();
    }

    @Override
    public int unconfirmedSuspensions() {
        return jdbc.sql("SELECT count(*) FROM trust.issuer WHERE returns_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(Proposal listing, Change change) {
        with(
                        jdbc.sql(
                                "INSERT INTO trust.issuer (id, purpose, state, proposal, details, listed_at, event,"
                                        + " changed_by, changed_at, reason)"
                                        + " VALUES (:id, :purpose, 'approved', :proposal, :details, :at, :event, :by, :at, :reason)"),
                        Event.LISTED,
                        change)
                .param("id", listing.issuer().value())
                .param("purpose", listing.details().purpose().code())
                .param("proposal", listing.id().value())
                .param("details", listing.document())
                .update();
    }

    @Override
    public boolean apply(Proposal proposal, Change change) {
        Event event = proposal.kind() == Proposal.Kind.RESUMPTION ? Event.RESUMED : Event.CHANGED;
        return with(
                                jdbc.sql(update("state = 'approved', proposal = :proposal, details = :details,"
                                        + " suspended_by = NULL, confirmed_by = NULL, returns_at = NULL")),
                                event,
                                change)
                        .param("id", proposal.issuer().value())
                        .param("version", proposal.base())
                        .param("proposal", proposal.id().value())
                        .param("details", proposal.document())
                        .update()
                == 1;
    }

    @Override
    public boolean suspend(Approved issuer, Change change, Instant returnsAt) {
        return from(issuer, "state = 'suspended', suspended_by = :by, returns_at = :returnsAt", Event.SUSPENDED, change)
                        .param("returnsAt", Rows.timestamp(returnsAt))
                        .update()
                == 1;
    }

    @Override
    public boolean confirmSuspension(Suspended issuer, Change change) {
        return from(issuer, "confirmed_by = :by, returns_at = NULL", Event.SUSPENSION_CONFIRMED, change)
                        .update()
                == 1;
    }

    @Override
    public boolean returnUnconfirmed(Suspended issuer, Change change) {
        String assignments = "state = 'approved', suspended_by = NULL, returns_at = NULL";
        return from(issuer, assignments, Event.RETURNED_UNCONFIRMED, change).update() == 1;
    }

    @Override
    public boolean withdraw(TrustedIssuer issuer, Change change) {
        return from(issuer, "state = 'withdrawn', returns_at = NULL", Event.WITHDRAWN, change)
                        .update()
                == 1;
    }

    private StatementSpec from(TrustedIssuer issuer, String assignments, Event event, Change change) {
        return with(jdbc.sql(update(assignments)), event, change)
                .param("id", issuer.id().value())
                .param("version", issuer.version());
    }

    private static String update(String assignments) {
        return "UPDATE trust.issuer SET " + assignments
                + ", event = :event, changed_by = :by, changed_at = :at, reason = :reason"
                + " WHERE id = :id AND version = :version";
    }

    private static StatementSpec with(StatementSpec statement, Event event, Change change) {
        return statement
                .param("event", event.code())
                .param("by", change.by().value())
                .param("at", Rows.timestamp(change.at()))
                .param("reason", change.reason());
    }
}
