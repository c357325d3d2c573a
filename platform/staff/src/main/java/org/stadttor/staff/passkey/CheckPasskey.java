// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/** Checks who answered a challenge, and counts the use. Each line is a step of Web Authentication Level 3, section 7.2. */
public final class CheckPasskey {

    private final WebAuthnRelyingParty relyingParty;
    private final Passkeys passkeys;
    private final AuditLog audit;
    private final TransactionOperations ownTransaction;
    private final Clock clock;

    /**
     * One over these passkeys.
     *
     * @param ownTransaction commits apart from the caller's: a locked passkey stays locked whatever the caller does then
     */
    public CheckPasskey(
            WebAuthnRelyingParty relyingParty,
            Passkeys passkeys,
            AuditLog audit,
            TransactionOperations ownTransaction,
            Clock clock) {
        this.relyingParty = relyingParty;
        this.passkeys = passkeys;
        this.audit = audit;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /**
     * Somebody whom the answer itself names, by a discoverable passkey.
     *
     * @throws PasskeyRefusedException {@code answer_invalid}, {@code passkey_unknown}, {@code passkey_of_somebody_else},
     *     {@code counter_went_back}
     */
    public Passkeys.Usable anybody(Bytes challenge, String answer) {
        PublicKeyCredential<AuthenticatorAssertionResponse> credential = PasskeyAnswer.assertion(answer);
        Passkeys.Usable passkey = find(credential);
        if (handle(credential).isEmpty()) {
            throw new PasskeyRefusedException(Reason.ANSWER_INVALID);
        }
        return check(passkey, challenge, credential, List.of());
    }

    /**
     * This person, by one of the person's passkeys.
     *
     * @throws PasskeyRefusedException as above
     */
    public Passkeys.Usable person(StaffId person, Bytes challenge, String answer) {
        PublicKeyCredential<AuthenticatorAssertionResponse> credential = PasskeyAnswer.assertion(answer);
        Passkeys.Usable passkey = find(credential);
        if (!passkey.owner().equals(person)) {
            throw new PasskeyRefusedException(Reason.PASSKEY_OF_SOMEBODY_ELSE);
        }
        return check(passkey, challenge, credential, passkeys.allowed(person));
    }

    private Passkeys.Usable find(PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
        return passkeys.findUsable(credential.getRawId())
                .orElseThrow(() -> new PasskeyRefusedException(Reason.PASSKEY_UNKNOWN));
    }

    private Passkeys.Usable check(
            Passkeys.Usable passkey,
            Bytes challenge,
            PublicKeyCredential<AuthenticatorAssertionResponse> credential,
            List<PublicKeyCredentialDescriptor> allowed) {
        if (handle(credential)
                .filter(handle -> !handle.equals(UserHandle.of(passkey.owner())))
                .isPresent()) {
            throw new PasskeyRefusedException(Reason.PASSKEY_OF_SOMEBODY_ELSE);
        }
        long counter = relyingParty.check(
                new RelyingPartyAuthenticationRequest(relyingParty.ask(challenge, allowed), credential),
                passkey.credential());
        requireCounter(passkey, counter);
        return passkey;
    }

    /** 7.2, step 22: an answer whose counter is not above the stored one comes from a copy, or the copy was there before. */
    private void requireCounter(Passkeys.Usable passkey, long counter) {
        boolean wentUp = Boolean.TRUE.equals(ownTransaction.execute(status -> {
            if (passkeys.use(passkey.id(), counter, clock.instant())) {
                return true;
            }
            passkeys.lock(passkey.id());
            audit.append(new AuditEvent(
                    "staff.passkey-locked",
                    passkey.owner().value(),
                    passkey.id().toString(),
                    Map.of("reason", Reason.COUNTER_WENT_BACK.code())));
            return false;
        }));
        if (!wentUp) {
            throw new PasskeyRefusedException(Reason.COUNTER_WENT_BACK);
        }
    }

    private static Optional<Bytes> handle(PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
        return Optional.ofNullable(credential.getResponse().getUserHandle());
    }
}
