// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;

/**
 * Use case: takes a relying party out of service at once, with the logins that are under way. Registering it again does not
 * bring it back; one with a life cycle is resumed by two people, and its logins stay ended.
 */
public final class SuspendRelyingParty {

    private final Registrations registrations;
    private final RunningLogins logins;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public SuspendRelyingParty(
            Registrations registrations, RunningLogins logins, AuditLog audit, TransactionOperations transactions) {
        this.registrations = registrations;
        this.logins = logins;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Suspends.
     *
     * @param actor who decides, for the audit trail
     * @return false if there is no live relying party with this id
     */
    public boolean suspend(ClientId clientId, String actor) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean suspended = registrations.suspend(clientId);
            if (suspended) {
                logins.end(clientId);
                audit.append(new AuditEvent("relying-party.suspended", actor, clientId.value(), Map.of()));
            }
            return suspended;
        }));
    }
}
