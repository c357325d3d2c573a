// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.invitation.Invitation;
import org.stadttor.staff.invitation.InvitationId;
import org.stadttor.staff.invitation.Invitations;

/** Invitations in the tables {@code invitation} and {@code invitation_grant} of one schema. */
public final class JdbcInvitations implements Invitations {

    private static final long FIRST_START_LOCK = 8388201008L;

    private final JdbcClient jdbc;
    private final String schema;

    public JdbcInvitations(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public void add(Invitation invitation, String secretHash, Instant now) {
        @Nullable String email = invitation.email().map(EmailAddress::value).orElse(null);
        jdbc.sql("UPDATE " + schema + ".invitation SET ended_at = ?, outcome = 'replaced'"
                        + " WHERE ended_at IS NULL AND (account = ? OR email = ?)")
                .param(Timestamp.from(now))
                .param(UUID.fromString(invitation.account().value()))
                .param(email)
                .update();
        jdbc.sql("INSERT INTO " + schema + ".invitation"
                        + " (id, secret_hash, account, kind, name, email, invited_by, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(invitation.id().value())
                .param(secretHash)
                .param(UUID.fromString(invitation.account().value()))
                .param(invitation.kind().name().toLowerCase(Locale.ROOT))
                .param(invitation.name().map(PersonName::value).orElse(null))
                .param(email)
                .param(invitation.invitedBy())
                .param(Timestamp.from(now))
                .param(Timestamp.from(invitation.expiresAt()))
                .update();
        invitation
                .grants()
                .forEach(grant -> jdbc.sql("INSERT INTO " + schema + ".invitation_grant VALUES (?, ?, ?)")
                        .params(invitation.id().value(), grant.role(), grant.part())
                        .update());
    }

    @Override
    public Optional<Invitation> find(String secretHash) {
        return jdbc.sql("SELECT * FROM " + schema + ".invitation WHERE secret_hash = ? AND ended_at IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM " + schema
                        + ".member m WHERE m.id::text = invited_by AND m.state = 'suspended')")
                .param(secretHash)
                .query(this::read)
                .optional();
    }

    @Override
    public List<Invitation> findOpen(Instant now) {
        return jdbc.sql("SELECT * FROM " + schema + ".invitation WHERE ended_at IS NULL AND expires_at > ?"
                        + " ORDER BY created_at DESC, id")
                .param(Timestamp.from(now))
                .query(this::read)
                .list();
    }

    @Override
    public boolean use(InvitationId id, Instant now) {
        return end(id, now, "used", " AND expires_at > ?");
    }

    @Override
    public boolean withdraw(InvitationId id, Instant now) {
        return end(id, now, "withdrawn", " AND created_at <= ?");
    }

    @Override
    public boolean hasAccount(EmailAddress email) {
        return exists("SELECT EXISTS (SELECT 1 FROM " + schema + ".member WHERE email = ?)", email.value());
    }

    @Override
    public boolean isActive(StaffId account) {
        return exists(
                "SELECT EXISTS (SELECT 1 FROM " + schema + ".member WHERE id = ? AND state = 'active')",
                UUID.fromString(account.value()));
    }

    @Override
    public boolean hasAdministrator(Instant now) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(FIRST_START_LOCK)
                .query((row, number) -> number)
                .list();
        // Somebody without a passkey confirms nothing and so administers nobody: people of a former sandbox do not
        // count.
        return exists(
                "SELECT EXISTS (SELECT 1 FROM " + schema + ".member m JOIN " + schema
                        + ".member_grant g ON g.member_id = m.id AND g.role = ? JOIN " + schema
                        + ".passkey p ON p.member_id = m.id AND p.state = 'active' WHERE m.state = 'active')"
                        + " OR EXISTS (SELECT 1 FROM " + schema + ".invitation i JOIN " + schema
                        + ".invitation_grant g ON g.invitation_id = i.id AND g.role = ?"
                        + " WHERE i.ended_at IS NULL AND i.expires_at > ?)",
                StaffProcess.STAFF_ADMIN,
                StaffProcess.STAFF_ADMIN,
                Timestamp.from(now));
    }

    private boolean end(InvitationId id, Instant now, String outcome, String condition) {
        return jdbc.sql("UPDATE " + schema + ".invitation SET ended_at = ?, outcome = ?"
                                + " WHERE id = ? AND ended_at IS NULL" + condition)
                        .params(Timestamp.from(now), outcome, id.value(), Timestamp.from(now))
                        .update()
                == 1;
    }

    private boolean exists(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Boolean.class).single();
    }

    private Invitation read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Invitation(
                new InvitationId(id),
                new StaffId(row.getObject("account", UUID.class).toString()),
                Invitation.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("name")).map(PersonName::new),
                Optional.ofNullable(row.getString("email")).map(EmailAddress::new),
                grants(id),
                row.getString("invited_by"),
                row.getTimestamp("expires_at").toInstant());
    }

    private Set<Grant> grants(UUID id) {
        return new HashSet<>(jdbc.sql("SELECT role, part FROM " + schema + ".invitation_grant WHERE invitation_id = ?")
                .param(id)
                .query((row, number) -> new Grant(row.getString("role"), row.getString("part")))
                .list());
    }
}
