// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.organisation.UnitRefusedException.Reason;

/** Use case: changes names and details of a unit. Registrations keep what they were prefilled with. */
public final class ChangeUnit {

    /**
     * What to change, and who does.
     *
     * @param revision the one the person has seen
     */
    public record Command(
            ActingPerson person, UnitPath path, long revision, Map<String, String> names, UnitDetails details) {}

    private final OrganisationUnits units;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public ChangeUnit(OrganisationUnits units, AuditLog audit, TransactionOperations transactions) {
        this.units = units;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Changes.
     *
     * @throws UnitRefusedException if the person may not, somebody else was faster, or fields are wrong
     */
    public OrganisationUnit change(Command command) {
        OrganisationUnit known = new ReadUnits(units).find(command.person().scope(), command.path());
        AddUnit.requireFields(command.names(), command.details());
        OrganisationUnit changed = new OrganisationUnit(
                known.path(), known.kind(), command.names(), command.details(), command.revision() + 1);
        transactions.executeWithoutResult(status -> {
            if (!units.change(changed, command.revision())) {
                throw new UnitRefusedException(Reason.CHANGED_MEANWHILE);
            }
            audit.append(new AuditEvent(
                    "unit.changed", command.person().id(), changed.path().value(), Map.of()));
        });
        return changed;
    }
}
