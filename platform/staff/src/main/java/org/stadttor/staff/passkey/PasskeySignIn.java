// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.List;
import java.util.Map;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.Ceremony.Purpose;

/** Signs in whoever shows a passkey of the staff; nobody types a name. */
public final class PasskeySignIn {

    private static final String ANYBODY = "";

    private final Challenges challenges;
    private final WebAuthnRelyingParty relyingParty;
    private final CheckPasskey check;
    private final AuditLog audit;

    public PasskeySignIn(Challenges challenges, WebAuthnRelyingParty relyingParty, CheckPasskey check, AuditLog audit) {
        this.challenges = challenges;
        this.relyingParty = relyingParty;
        this.check = check;
        this.audit = audit;
    }

    /** What the page asks. */
    public PasskeyQuestion prepare(String session) {
        Challenges.Issued issued = challenges.issue(session, Purpose.SIGN_IN, ANYBODY, Challenges.LIFETIME);
        return new PasskeyQuestion(issued.ticket(), relyingParty.json(relyingParty.ask(issued.challenge(), List.of())));
    }

    /**
     * Who answered.
     *
     * @throws PasskeyRefusedException if nobody may sign in with this
     */
    public StaffId signIn(String session, String ticket, String answer) {
        Passkeys.Usable passkey = check.anybody(challenges.redeem(session, Purpose.SIGN_IN, ANYBODY, ticket), answer);
        audit.append(new AuditEvent(
                "staff.signed-in",
                passkey.owner().value(),
                passkey.owner().value(),
                Map.of("way", "passkey", "passkey", passkey.id().toString())));
        return passkey.owner();
    }
}
