// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;
import org.stadttor.staff.passkey.PasskeyId;
import org.stadttor.staff.passkey.PasskeyLabel;
import org.stadttor.staff.passkey.PasskeyQuestion;
import org.stadttor.staff.passkey.RegisterPasskey;

/** Turns an invitation and a new passkey into an account: all of it or nothing, once. */
public final class AcceptInvitation {

    private final OpenInvitations invitations;
    private final Accounts accounts;
    private final RegisterPasskey register;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public AcceptInvitation(
            OpenInvitations invitations,
            Accounts accounts,
            RegisterPasskey register,
            AuditLog audit,
            TransactionOperations transactions) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.register = register;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * What the invited person sends.
     *
     * @param name only if the invitation does not say it
     * @param email only if the invitation does not say it
     * @param ticket of the question the page asked
     * @param answer of the authenticator
     */
    public record Acceptance(String name, String email, String ticket, String answer) {

        /** Nothing of it: it is personal. */
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    /** What the page asks. */
    public PasskeyQuestion prepare(String session, Invitation invitation, String person) {
        return register.prepare(session, invitation.account(), occasion(invitation), person);
    }

    /**
     * Accepts.
     *
     * @return the account
     * @throws InvitationRefusedException if the invitation or what was typed is refused
     * @throws org.stadttor.staff.passkey.PasskeyRefusedException if the passkey is
     */
    public StaffId accept(String session, String secret, Acceptance acceptance, PasskeyLabel label) {
        Invitation invitation = invitations.find(secret);
        Runnable change = change(invitation, acceptance);
        RegisterPasskey.Checked checked = register.check(
                session, invitation.account(), occasion(invitation), acceptance.ticket(), acceptance.answer());
        transactions.executeWithoutResult(status -> {
            invitations.use(invitation);
            change.run();
            PasskeyId passkey = register.store(checked, label);
            audit.append(new AuditEvent(
                    invitation.kind() == Invitation.Kind.ACCOUNT ? "staff.joined" : "staff.passkeys-replaced",
                    invitation.account().value(),
                    invitation.account().value(),
                    Map.of("invitation", invitation.id().toString(), "passkey", passkey.toString())));
        });
        return invitation.account();
    }

    /** What happens to the account; what was typed is looked at before the passkey is. */
    private Runnable change(Invitation invitation, Acceptance acceptance) {
        return switch (invitation.kind()) {
            case PASSKEY -> () -> accounts.endPasskeys(invitation.account());
            case ACCOUNT -> {
                PersonName name = invitation
                        .name()
                        .or(() -> PersonName.parse(acceptance.name()))
                        .orElseThrow(() -> new InvitationRefusedException(Reason.NAME_INVALID));
                EmailAddress email = invitation
                        .email()
                        .or(() -> EmailAddress.parse(acceptance.email()))
                        .orElseThrow(() -> new InvitationRefusedException(Reason.EMAIL_INVALID));
                yield () -> accounts.begin(invitation.account(), name, email, invitation.grants());
            }
        };
    }

    private static String occasion(Invitation invitation) {
        return "invitation " + invitation.id();
    }
}
