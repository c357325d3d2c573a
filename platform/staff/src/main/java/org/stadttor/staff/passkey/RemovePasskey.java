// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.SignOutEverywhere;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/** Removes a passkey, by its owner, never the last one. Sessions that began with it end, so all of the person do. */
public final class RemovePasskey {

    private final Passkeys passkeys;
    private final SignOutEverywhere sessions;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public RemovePasskey(
            Passkeys passkeys, SignOutEverywhere sessions, AuditLog audit, TransactionOperations transactions) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Removes.
     *
     * @throws PasskeyRefusedException {@code passkey_unknown}, {@code last_passkey}
     */
    public void remove(PasskeyId id, StaffId owner) {
        transactions.executeWithoutResult(status -> {
            if (!passkeys.remove(id, owner)) {
                boolean known = passkeys.findAll(owner).stream()
                        .anyMatch(passkey -> passkey.id().equals(id));
                throw new PasskeyRefusedException(known ? Reason.LAST_PASSKEY : Reason.PASSKEY_UNKNOWN);
            }
            sessions.signOut(owner);
            audit.append(new AuditEvent("staff.passkey-removed", owner.value(), id.toString(), Map.of()));
        });
    }
}
