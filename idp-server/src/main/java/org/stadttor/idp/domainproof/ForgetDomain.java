// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.domainproof.DomainRefusedException.Reason;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.UnitPath;

/** Use case: forgets a challenge and its proof. What is live stays live; the next approval needs a new proof. */
public final class ForgetDomain {

    private final DomainProofs proofs;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public ForgetDomain(DomainProofs proofs, AuditLog audit, TransactionOperations transactions) {
        this.proofs = proofs;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Forgets.
     *
     * @throws DomainRefusedException if there is none in this person's part of the tree
     */
    public void forget(ActingPerson person, UnitPath unit, String host) {
        transactions.executeWithoutResult(status -> {
            if (!person.scope().includes(unit) || !proofs.remove(unit, host)) {
                throw new DomainRefusedException(Reason.NOT_FOUND);
            }
            audit.append(new AuditEvent("domain.forgotten", person.id(), unit.value(), Map.of("host", host)));
        });
    }
}
