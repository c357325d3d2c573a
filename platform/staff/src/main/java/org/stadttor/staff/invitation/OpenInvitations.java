// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.time.Clock;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;

/** Invitations by the secret of their link. Looking at one does not use it up: programs that follow links only look. */
public final class OpenInvitations {

    private final Invitations invitations;
    private final Clock clock;

    public OpenInvitations(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * The invitation that can be accepted now.
     *
     * @throws InvitationRefusedException {@code invitation_unknown}, {@code invitation_expired}, {@code account_unknown}
     */
    public Invitation find(String secret) {
        Invitation invitation = invitations
                .find(Secrets.hash(secret))
                .orElseThrow(() -> new InvitationRefusedException(Reason.INVITATION_UNKNOWN));
        if (invitation.hasExpired(clock.instant())) {
            throw new InvitationRefusedException(Reason.INVITATION_EXPIRED);
        }
        if (invitation.kind() == Invitation.Kind.PASSKEY && !invitations.isActive(invitation.account())) {
            throw new InvitationRefusedException(Reason.ACCOUNT_UNKNOWN);
        }
        return invitation;
    }

    /**
     * Uses it up; belongs to the caller's transaction.
     *
     * @throws InvitationRefusedException {@code invitation_unknown} if somebody was faster
     */
    void use(Invitation invitation) {
        if (!invitations.use(invitation.id(), clock.instant())) {
            throw new InvitationRefusedException(Reason.INVITATION_UNKNOWN);
        }
    }
}
