// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.people.Proposal;
import org.stadttor.staff.people.Proposal.Act;
import org.stadttor.staff.people.Proposals;

/** Proposals in the table {@code proposal} of one schema. */
public final class JdbcProposals implements Proposals {

    private final JdbcClient jdbc;
    private final String schema;

    public JdbcProposals(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    private record Columns(
            @Nullable UUID member,
            @Nullable String name,
            @Nullable String email,
            @Nullable Grant grant) {

        static Columns of(Act act) {
            return switch (act) {
                case Act.Give give -> new Columns(uuid(give.person()), null, null, give.grant());
                case Act.Resume resume -> new Columns(uuid(resume.person()), null, null, null);
                case Act.Passkey passkey -> new Columns(uuid(passkey.person()), null, null, null);
                case Act.Invite invite ->
                    new Columns(null, invite.name().value(), invite.email().value(), invite.grant());
            };
        }
    }

    @Override
    public void add(Proposal proposal) {
        Columns columns = Columns.of(proposal.act());
        @Nullable Grant grant = columns.grant();
        jdbc.sql("INSERT INTO " + schema + ".proposal"
                        + " (id, kind, member_id, name, email, role, part, proposed_by, proposed_at, lapses_at, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')")
                .param(proposal.id())
                .param(proposal.act().kind())
                .param(columns.member())
                .param(columns.name())
                .param(columns.email())
                .param(grant == null ? null : grant.role())
                .param(grant == null ? null : grant.part())
                .param(uuid(proposal.by()))
                .param(Timestamp.from(proposal.at()))
                .param(Timestamp.from(proposal.lapsesAt()))
                .update();
    }

    @Override
    public List<Proposal> open(Instant now) {
        return jdbc.sql("SELECT * FROM " + schema
                        + ".proposal WHERE state = 'open' AND lapses_at > ? ORDER BY proposed_at, id")
                .param(Timestamp.from(now))
                .query((row, number) -> proposal(row))
                .list();
    }

    @Override
    public Optional<Proposal> find(UUID id, Instant now) {
        return jdbc.sql("SELECT * FROM " + schema + ".proposal WHERE id = ? AND state = 'open' AND lapses_at > ?")
                .params(id, Timestamp.from(now))
                .query((row, number) -> proposal(row))
                .optional();
    }

    @Override
    public boolean decide(UUID id, boolean confirmed, StaffId by, Instant at) {
        return jdbc.sql("UPDATE " + schema + ".proposal SET state = ?, decided_by = ?, decided_at = ?"
                                + " WHERE id = ? AND state = 'open' AND lapses_at > ?")
                        .params(
                                confirmed ? "confirmed" : "rejected",
                                uuid(by),
                                Timestamp.from(at),
                                id,
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    private static UUID uuid(StaffId id) {
        return UUID.fromString(id.value());
    }

    private static StaffId staffId(ResultSet row, String column) throws SQLException {
        return new StaffId(row.getObject(column, UUID.class).toString());
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                act(row),
                staffId(row, "proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("lapses_at", OffsetDateTime.class).toInstant());
    }

    private static Act act(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "give" -> new Act.Give(staffId(row, "member_id"), grant(row));
            case "resume" -> new Act.Resume(staffId(row, "member_id"));
            case "passkey" -> new Act.Passkey(staffId(row, "member_id"));
            case "invite" ->
                new Act.Invite(
                        new PersonName(row.getString("name")), new EmailAddress(row.getString("email")), grant(row));
            default -> throw new SQLException("unknown kind of proposal");
        };
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(row.getString("role"), row.getString("part"));
    }
}
