// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.staff.Secrets;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.passkey.Ceremony.Purpose;

/** Has one act confirmed by the passkey of the person who is signed in, at the moment of the act. */
public final class ConfirmAct {

    /** How long somebody may read before pressing the button. */
    private static final Duration READING = Duration.ofMinutes(30);

    private final Challenges challenges;
    private final WebAuthnRelyingParty relyingParty;
    private final CheckPasskey check;
    private final Passkeys passkeys;
    private final AuditLog audit;

    public ConfirmAct(
            Challenges challenges,
            WebAuthnRelyingParty relyingParty,
            CheckPasskey check,
            Passkeys passkeys,
            AuditLog audit) {
        this.challenges = challenges;
        this.relyingParty = relyingParty;
        this.check = check;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    /** What the page asks; without options if a button is enough, without a ticket if the person cannot confirm. */
    public PasskeyQuestion prepare(String session, StaffMember member, String act) {
        return switch (member.signIn()) {
            case API_KEY -> new PasskeyQuestion("", "");
            case SANDBOX ->
                new PasskeyQuestion(
                        challenges
                                .issue(session, Purpose.CONFIRM, subject(member, act), READING)
                                .ticket(),
                        "");
            case PASSKEY, OPENID_PROVIDER -> {
                List<PublicKeyCredentialDescriptor> allowed = passkeys.allowed(member.id());
                if (allowed.isEmpty()) {
                    yield new PasskeyQuestion("", "");
                }
                Challenges.Issued issued =
                        challenges.issue(session, Purpose.CONFIRM, subject(member, act), Challenges.LIFETIME);
                yield new PasskeyQuestion(
                        issued.ticket(), relyingParty.json(relyingParty.ask(issued.challenge(), allowed)));
            }
        };
    }

    /** A ticket with which {@link #renew} gives a fresh question for the same act; empty where nothing is asked. */
    public String prepareRenewal(String session, StaffMember member, String act) {
        return asksPasskey(member)
                ? challenges
                        .issue(session, Purpose.RENEW, subject(member, act), READING)
                        .ticket()
                : "";
    }

    /**
     * A fresh question for the act of a page that has been open for long.
     *
     * @throws PasskeyRefusedException {@code challenge_over}
     */
    public PasskeyQuestion renew(String session, StaffMember member, String renewal) {
        Challenges.Issued issued = challenges.exchange(session, Purpose.RENEW, renewal, Purpose.CONFIRM);
        return new PasskeyQuestion(
                issued.ticket(),
                relyingParty.json(relyingParty.ask(issued.challenge(), passkeys.allowed(member.id()))));
    }

    private static boolean asksPasskey(StaffMember member) {
        return member.signIn() == SignIn.PASSKEY || member.signIn() == SignIn.OPENID_PROVIDER;
    }

    /**
     * Returns only if this person has confirmed this act now.
     *
     * @param answer of the authenticator; empty for people of the sandbox
     * @throws ConfirmationRefusedException otherwise
     */
    public void require(String session, StaffMember member, String act, String ticket, String answer) {
        try {
            confirm(session, member, act, ticket, answer);
        } catch (ConfirmationRefusedException e) {
            audit.append(new AuditEvent(
                    "staff.confirmation-refused",
                    member.id().value(),
                    member.id().value(),
                    Map.of("reason", e.reason().code(), "act", Secrets.hash(act))));
            throw e;
        }
    }

    private void confirm(String session, StaffMember member, String act, String ticket, String answer) {
        if (member.signIn() == SignIn.API_KEY) {
            throw new ConfirmationRefusedException(ConfirmationRefusedException.Reason.CANNOT_CONFIRM);
        }
        try {
            Bytes challenge = challenges.redeem(session, Purpose.CONFIRM, subject(member, act), ticket);
            if (member.signIn() != SignIn.SANDBOX) {
                check.person(member.id(), challenge, answer);
            }
        } catch (PasskeyRefusedException e) {
            throw new ConfirmationRefusedException(
                    switch (e.reason()) {
                        case CHALLENGE_OVER -> ConfirmationRefusedException.Reason.CONFIRMATION_MISSING;
                        case CHALLENGE_OF_SOMETHING_ELSE ->
                            ConfirmationRefusedException.Reason.CONFIRMATION_OF_ANOTHER_ACT;
                        case ANSWER_INVALID,
                                PASSKEY_UNKNOWN,
                                PASSKEY_OF_SOMEBODY_ELSE,
                                COUNTER_WENT_BACK,
                                PASSKEY_TAKEN,
                                LABEL_INVALID,
                                LAST_PASSKEY,
                                TOO_MANY_PASSKEYS -> ConfirmationRefusedException.Reason.PASSKEY_REFUSED;
                    });
        }
    }

    private static String subject(StaffMember member, String act) {
        return member.id() + " " + member.signIn() + " " + act;
    }
}
