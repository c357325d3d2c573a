// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/** Gives a passkey another name, by its owner. */
public final class RenamePasskey {

    private final Passkeys passkeys;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public RenamePasskey(Passkeys passkeys, AuditLog audit, TransactionOperations transactions) {
        this.passkeys = passkeys;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Renames.
     *
     * @throws PasskeyRefusedException {@code passkey_unknown}
     */
    public void rename(PasskeyId id, StaffId owner, PasskeyLabel label) {
        transactions.executeWithoutResult(status -> {
            if (!passkeys.rename(id, owner, label)) {
                throw new PasskeyRefusedException(Reason.PASSKEY_UNKNOWN);
            }
            audit.append(new AuditEvent("staff.passkey-renamed", owner.value(), id.toString(), Map.of()));
        });
    }
}
