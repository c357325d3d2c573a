// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/** Adds a passkey to the account of whoever is signed in; the caller had it confirmed with one that is there. */
public final class AddPasskey {

    /** As many as one person can have. */
    public static final int MOST = 10;

    private static final String OCCASION = "own account";

    private final RegisterPasskey register;
    private final Passkeys passkeys;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public AddPasskey(RegisterPasskey register, Passkeys passkeys, AuditLog audit, TransactionOperations transactions) {
        this.register = register;
        this.passkeys = passkeys;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * What the page asks.
     *
     * @throws PasskeyRefusedException {@code too_many_passkeys}
     */
    public PasskeyQuestion prepare(String session, StaffMember member) {
        requireRoom(member);
        return register.prepare(session, member.id(), OCCASION, member.name());
    }

    /**
     * Adds it.
     *
     * @throws PasskeyRefusedException if it is not a new, valid passkey
     */
    public void add(String session, StaffMember member, String ticket, String answer, PasskeyLabel label) {
        RegisterPasskey.Checked checked = register.check(session, member.id(), OCCASION, ticket, answer);
        transactions.executeWithoutResult(status -> {
            requireRoom(member);
            PasskeyId id = register.store(checked, label);
            audit.append(new AuditEvent("staff.passkey-added", member.id().value(), id.toString(), Map.of()));
        });
    }

    private void requireRoom(StaffMember member) {
        if (passkeys.findAll(member.id()).size() >= MOST) {
            throw new PasskeyRefusedException(Reason.TOO_MANY_PASSKEYS);
        }
    }
}
