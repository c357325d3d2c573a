// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.people.PersonRefusedException.Reason;

/** Where changes of people are stored, one at a time and with their audit entry. */
public record Registry(
        People people, Proposals proposals, AuditLog audit, TransactionOperations transactions, Clock clock) {

    /** In one transaction, while nobody else changes people. */
    <T> T change(Supplier<T> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            people.lock();
            return change.get();
        }));
    }

    /** Somebody else than who acts. */
    Person other(StaffMember by, StaffId id) {
        require(!by.id().equals(id), Reason.OWN_ACCOUNT);
        return people.find(id).orElseThrow(() -> new PersonRefusedException(Reason.PERSON_UNKNOWN));
    }

    void note(String type, StaffId by, String subject, Map<String, String> details) {
        audit.append(new AuditEvent(type, by.value(), subject, details));
    }

    static Map<String, String> details(Grant grant) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("role", grant.role());
        details.put("part", grant.part());
        return details;
    }

    static void require(boolean fulfilled, Reason reason) {
        if (!fulfilled) {
            throw new PersonRefusedException(reason);
        }
    }
}
