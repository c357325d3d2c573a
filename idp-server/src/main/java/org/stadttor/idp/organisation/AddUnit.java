// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.organisation.UnitRefusedException.Reason;

/** Use case: adds a unit to the tree. */
public final class AddUnit {

    /** What to add, and who does. */
    public record Command(
            ActingPerson person, UnitPath path, UnitKind kind, Map<String, String> names, UnitDetails details) {}

    private final OrganisationUnits units;
    private final AuditLog audit;
    private final TransactionOperations transactions;

    public AddUnit(OrganisationUnits units, AuditLog audit, TransactionOperations transactions) {
        this.units = units;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Adds.
     *
     * @throws UnitRefusedException if the person may not, the path is taken or does not fit, or fields are wrong
     */
    public OrganisationUnit add(Command command) {
        if (!command.person().scope().includes(command.path())) {
            throw new UnitRefusedException(Reason.NOT_FOUND);
        }
        requireFields(command.names(), command.details());
        OrganisationUnit unit =
                new OrganisationUnit(command.path(), command.kind(), command.names(), command.details(), 1);
        transactions.executeWithoutResult(status -> {
            requirePlace(command);
            if (!units.add(unit)) {
                throw new UnitRefusedException(Reason.ALREADY_THERE);
            }
            audit.append(new AuditEvent(
                    "unit.added",
                    command.person().id(),
                    unit.path().value(),
                    Map.of("kind", unit.kind().code())));
        });
        return unit;
    }

    private void requirePlace(Command command) {
        UnitKind above = null;
        if (command.path().parent().isPresent()) {
            above = units.find(command.path().parent().get())
                    .map(OrganisationUnit::kind)
                    .orElseThrow(() -> new UnitRefusedException(Reason.PARENT_MISSING));
        }
        if (!command.kind().fitsBelow(above)) {
            throw new UnitRefusedException(Reason.KIND_DOES_NOT_FIT);
        }
    }

    static void requireFields(Map<String, String> names, UnitDetails details) {
        List<FieldError> errors = new UnitRules().check(names, details);
        if (!errors.isEmpty()) {
            throw new UnitRefusedException(Reason.FIELDS_INVALID, errors);
        }
    }
}
