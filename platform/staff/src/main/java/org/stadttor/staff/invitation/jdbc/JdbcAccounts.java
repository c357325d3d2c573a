// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.SignOutEverywhere;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.invitation.Accounts;
import org.stadttor.staff.invitation.InvitationRefusedException;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;
import org.stadttor.staff.passkey.Passkeys;

/** New accounts in the tables {@code member} and {@code member_grant} of one schema. */
public final class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;
    private final String schema;
    private final Passkeys passkeys;
    private final SignOutEverywhere sessions;
    private final Clock clock;

    public JdbcAccounts(JdbcClient jdbc, String schema, Passkeys passkeys, SignOutEverywhere sessions, Clock clock) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void begin(StaffId id, PersonName name, EmailAddress email, Set<Grant> grants) {
        UUID account = UUID.fromString(id.value());
        try {
            jdbc.sql("INSERT INTO " + schema + ".member (id, name, email, state, created_at)"
                            + " VALUES (?, ?, ?, 'active', ?)")
                    .params(account, name.value(), email.value(), Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new InvitationRefusedException(Reason.EMAIL_TAKEN);
        }
        grants.forEach(grant -> jdbc.sql("INSERT INTO " + schema + ".member_grant VALUES (?, ?, ?)")
                .params(account, grant.role(), grant.part())
                .update());
    }

    @Override
    public void endPasskeys(StaffId id) {
        passkeys.removeAll(id);
        // Whoever had the old passkey could have made these with it.
        jdbc.sql("UPDATE " + schema + ".api_key SET revoked_at = ? WHERE member_id = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), UUID.fromString(id.value()))
                .update();
        jdbc.sql("DELETE FROM " + schema + ".openid_identity WHERE member_id = ?")
                .param(UUID.fromString(id.value()))
                .update();
        sessions.signOut(id);
    }
}
