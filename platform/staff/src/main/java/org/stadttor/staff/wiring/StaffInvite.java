// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.wiring;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.jdbc.JdbcAuditLog;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.StaffSettings;
import org.stadttor.staff.invitation.InvitationLink;
import org.stadttor.staff.invitation.InvitationLinks;
import org.stadttor.staff.invitation.InviteAdministrators;
import org.stadttor.staff.invitation.jdbc.JdbcInvitations;

/** The command {@code staff-invite} of a process: two new administrators when all are lost. Starts no server; audited. */
public final class StaffInvite {

    /** Its name on the command line. */
    public static final String NAME = "staff-invite";

    private StaffInvite() {}

    /** Makes the links, with the settings of the process. */
    public static List<InvitationLink> invite(DataSource database, String schema, StaffSettings settings, Clock clock) {
        URI configured = settings.publicAddress();
        URI origin = configured != null ? configured : URI.create("http://localhost:" + settings.port());
        return new InviteAdministrators(
                        new JdbcInvitations(JdbcClient.create(database), schema),
                        new InvitationLinks(() -> origin, new Secrets(new SecureRandom()), clock),
                        new JdbcAuditLog(new JdbcTemplate(database), clock),
                        new TransactionTemplate(new JdbcTransactionManager(database)))
                .inviteAgain();
    }
}
