// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.Proposal.Cause;
import org.stadttor.trustlist.issuer.Proposal.Decision;
import org.stadttor.trustlist.issuer.Proposal.Kind;
import org.stadttor.trustlist.issuer.ProposalId;
import org.stadttor.trustlist.issuer.Proposals;

/** Table {@code trust.proposal}. The database computes the hash once more and refuses a second decision. */
public final class JdbcProposals implements Proposals {

    private final JdbcClient jdbc;

    public JdbcProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Proposal> find(ProposalId id) {
        return jdbc.sql("SELECT * FROM trust.proposal WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> proposal(row))
                .optional();
    }

    @Override
    public List<Proposal> pending() {
        return jdbc.sql("SELECT * FROM trust.proposal WHERE state = 'pending' ORDER BY proposed_at, id")
                .query((row, number) -> proposal(row))
                .list();
    }

    @Override
    public List<Proposal> of(IssuerId issuer) {
        return jdbc.sql("SELECT * FROM trust.proposal WHERE issuer = :issuer ORDER BY proposed_at DESC, id")
                .param("issuer", issuer.value())
                .query((row, number) -> proposal(row))
                .list();
    }

    @Override
    public List<Proposal> decided(int offset, int limit) {
        return jdbc.sql("SELECT * FROM trust.proposal WHERE state <> 'pending'"
                        + " ORDER BY decided_at DESC, id LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> proposal(row))
                .list();
    }

    @Override
    public void add(Proposal proposal) {
        jdbc.sql("INSERT INTO trust.proposal (id, kind, purpose, issuer, base, reason, details, sha256, proposed_by,"
                        + " proposed_at, lapses_at) VALUES (:id, :kind, :purpose, :issuer, :base, :reason, :details,"
                        + " :sha256, :by, :at, :lapsesAt)")
                .param("id", proposal.id().value())
                .param("kind", proposal.kind().code())
                .param("purpose", proposal.details().purpose().code())
                .param("issuer", proposal.issuer().value())
                .param("base", proposal.base())
                .param("reason", proposal.proposed().reason())
                .param("details", proposal.document())
                .param("sha256", proposal.hash())
                .param("by", proposal.proposed().by().value())
                .param("at", Rows.timestamp(proposal.proposed().at()))
                .param("lapsesAt", Rows.timestamp(proposal.lapsesAt()))
                .update();
    }

    @Override
    public boolean approve(ProposalId id, Change change) {
        return decide(id, "approved", change);
    }

    @Override
    public boolean reject(ProposalId id, Change change) {
        return decide(id, "rejected", change);
    }

    @Override
    public boolean withdraw(ProposalId id, Change change) {
        return decide(id, "withdrawn", change);
    }

    @Override
    public boolean lapse(ProposalId id, Change change, Cause cause) {
        return decide(id, "lapsed", new Change(change.by(), change.at(), cause.code()));
    }

    private boolean decide(ProposalId id, String state, Change change) {
        return jdbc.sql("UPDATE trust.proposal SET state = :state, decided_by = :by, decided_at = :at,"
                                + " decision_reason = :reason WHERE id = :id AND state = 'pending'")
                        .param("id", id.value())
                        .param("state", state)
                        .param("by", change.by().value())
                        .param("at", Rows.timestamp(change.at()))
                        .param("reason", change.reason())
                        .update()
                == 1;
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                Rows.proposal(row, "id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Rows.issuer(row, "issuer"),
                row.getLong("base"),
                row.getString("details"),
                Rows.change(row, "proposed_by", "proposed_at", "reason"),
                decision(row));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (state.equals("pending")) {
            return new Decision.Pending();
        }
        Change change = Rows.change(row, "decided_by", "decided_at", "decision_reason");
        return switch (state) {
            case "approved" -> new Decision.Approved(change);
            case "rejected" -> new Decision.Rejected(change);
            case "withdrawn" -> new Decision.Withdrawn(change);
            case "lapsed" ->
                new Decision.Lapsed(change.at(), Cause.valueOf(change.reason().toUpperCase(Locale.ROOT)));
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }
}
