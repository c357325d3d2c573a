// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;

/** Takes an invitation back before it is used. */
public final class WithdrawInvitation {

    private final Invitations invitations;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    public WithdrawInvitation(
            Invitations invitations, AuditLog audit, TransactionOperations transactions, Clock clock) {
        this.invitations = invitations;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Withdraws.
     *
     * @throws InvitationRefusedException {@code invitation_unknown} if it is not open any more
     */
    public void withdraw(InvitationId id, StaffId by) {
        transactions.executeWithoutResult(status -> {
            if (!invitations.withdraw(id, clock.instant())) {
                throw new InvitationRefusedException(Reason.INVITATION_UNKNOWN);
            }
            audit.append(new AuditEvent("staff.invitation-withdrawn", by.value(), id.toString(), Map.of()));
        });
    }
}
