// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;

/**
 * Lets somebody who has lost every passkey make a new one. With it the old ones end, and so do all sessions: whoever
 * found the lost device gains nothing, and the owner notices if nothing was lost.
 */
public final class InvitePasskey {

    private final Invitations invitations;
    private final InvitationLinks links;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public InvitePasskey(
            Invitations invitations, InvitationLinks links, AuditLog audit, TransactionOperations transactions) {
        this.invitations = invitations;
        this.links = links;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Invites.
     *
     * @param by who invites; the caller has made sure that this person administers the account
     * @return the link, to be shown once
     * @throws InvitationRefusedException {@code account_unknown}
     */
    public InvitationLink invite(StaffId account, StaffId by) {
        InvitationLinks.Fresh fresh = links.next();
        Invitation invitation = new Invitation(
                fresh.link().id(),
                account,
                Invitation.Kind.PASSKEY,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                by.value(),
                fresh.link().expiresAt());
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!invitations.isActive(account)) {
                throw new InvitationRefusedException(Reason.ACCOUNT_UNKNOWN);
            }
            invitations.add(invitation, fresh.secretHash(), links.now());
            audit.append(new AuditEvent(
                    "staff.passkey-invited",
                    by.value(),
                    account.value(),
                    Map.of("invitation", invitation.id().toString())));
            return fresh.link();
        }));
    }
}
