// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffMember;

/** Somebody takes their identity at the provider off their account. */
public final class UnlinkIdentity {

    private final Identities identities;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public UnlinkIdentity(Identities identities, AuditLog audit, TransactionOperations transactions) {
        this.identities = identities;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Takes it off, if there is one. */
    public void unlink(StaffMember member, String issuer) {
        transactions.executeWithoutResult(status -> {
            if (identities.unlink(member.id(), issuer)) {
                audit.append(new AuditEvent(
                        "staff.identity-unlinked",
                        member.id().value(),
                        member.id().value(),
                        Map.of()));
            }
        });
    }
}
