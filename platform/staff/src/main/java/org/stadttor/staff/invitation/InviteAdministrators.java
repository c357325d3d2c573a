// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffProcess;

/**
 * Invites the two people everything begins with, by whoever operates the machine: at the first start, and by command when
 * all administrators are lost. Two, so that nobody is ever alone, and each can let the other in again.
 */
public final class InviteAdministrators {

    /** How many are invited at once. */
    public static final int ADMINISTRATORS = 2;

    private static final String OPERATOR = "system";

    private final Invitations invitations;
    private final InvitationLinks links;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public InviteAdministrators(
            Invitations invitations, InvitationLinks links, AuditLog audit, TransactionOperations transactions) {
        this.invitations = invitations;
        this.links = links;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Two links if nobody administers the staff and nobody is invited to; otherwise none. One node of many makes them. */
    public List<InvitationLink> inviteFirst() {
        return Objects.requireNonNull(transactions.execute(
                status -> invitations.hasAdministrator(links.now()) ? List.of() : invite("first-start")));
    }

    /** Two links in any case. */
    public List<InvitationLink> inviteAgain() {
        return Objects.requireNonNull(transactions.execute(status -> invite("command")));
    }

    private List<InvitationLink> invite(String occasion) {
        List<InvitationLink> made = new ArrayList<>();
        for (int i = 0; i < ADMINISTRATORS; i++) {
            InvitationLinks.Fresh fresh = links.next();
            Invitation invitation = new Invitation(
                    fresh.link().id(),
                    StaffId.random(),
                    Invitation.Kind.ACCOUNT,
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(Grant.whole(StaffProcess.STAFF_ADMIN)),
                    OPERATOR,
                    fresh.link().expiresAt());
            invitations.add(invitation, fresh.secretHash(), links.now());
            var details = InviteStaff.details(invitation);
            details.put("occasion", occasion);
            audit.append(new AuditEvent(
                    "staff.invited", OPERATOR, invitation.account().value(), details));
            made.add(fresh.link());
        }
        return List.copyOf(made);
    }
}
