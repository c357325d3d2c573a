// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.Ceremony.Purpose;

/** Has a new passkey made and checks it; whoever calls decides what account it comes into, and stores it. */
public final class RegisterPasskey {

    private final Challenges challenges;
    private final WebAuthnRelyingParty relyingParty;
    private final Passkeys passkeys;
    private final Clock clock;

    public RegisterPasskey(Challenges challenges, WebAuthnRelyingParty relyingParty, Passkeys passkeys, Clock clock) {
        this.challenges = challenges;
        this.relyingParty = relyingParty;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** A passkey that was checked and is in no account yet. */
    public record Checked(StaffId account, CredentialRecord credential, String keyHash, Instant at) {}

    /**
     * What the page asks.
     *
     * @param occasion why the account gets a passkey, for example an invitation; the answer counts for no other
     * @param person shown by the authenticator
     */
    public PasskeyQuestion prepare(String session, StaffId account, String occasion, String person) {
        Challenges.Issued issued =
                challenges.issue(session, Purpose.REGISTER, subject(account, occasion), Challenges.LIFETIME);
        return new PasskeyQuestion(
                issued.ticket(),
                relyingParty.json(
                        relyingParty.askNew(issued.challenge(), account, person, passkeys.excluded(account))));
    }

    /**
     * Checks the answer.
     *
     * @throws PasskeyRefusedException {@code challenge_over}, {@code answer_invalid}
     */
    public Checked check(String session, StaffId account, String occasion, String ticket, String answer) {
        PublicKeyCredentialCreationOptions options = relyingParty.askNew(
                challenges.redeem(session, Purpose.REGISTER, subject(account, occasion), ticket),
                account,
                account.value(),
                List.of());
        CredentialRecord credential = relyingParty.checkNew(options, answer);
        return new Checked(account, credential, PublicKeyOf.hash(credential), clock.instant());
    }

    /**
     * Stores it; belongs to the caller's transaction.
     *
     * @throws PasskeyRefusedException {@code passkey_taken}
     */
    public PasskeyId store(Checked checked, PasskeyLabel label) {
        return passkeys.add(checked.account(), checked.credential(), checked.keyHash(), label, checked.at());
    }

    private static String subject(StaffId account, String occasion) {
        return account + " " + occasion;
    }
}
