// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Map;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.people.PersonRefusedException.Reason;

/** Suspends somebody else: their sessions and keys are dead on every node from the next request on. */
public final class SuspendPerson {

    private static final int MAX_REASON = 200;

    private final Registry registry;
    private final Authority authority;

    public SuspendPerson(Registry registry, Authority authority) {
        this.registry = registry;
        this.authority = authority;
    }

    /**
     * Suspends.
     *
     * @param reason stands in the audit trail
     * @throws PersonRefusedException if the person may not be suspended
     */
    public Outcome suspend(StaffId id, String reason, StaffMember by) {
        String why = reason.strip();
        Registry.require(
                !why.isEmpty() && why.length() <= MAX_REASON && why.chars().noneMatch(Character::isISOControl),
                Reason.REASON_INVALID);
        return registry.change(() -> {
            Person person = registry.other(by, id);
            Registry.require(authority.mayManage(by, person), Reason.NOT_YOURS);
            Registry.require(
                    !person.grants().contains(Grant.whole(StaffProcess.STAFF_ADMIN))
                            || registry.people().otherAdministrators(id) > 0,
                    Reason.LAST_ADMINISTRATOR);
            Registry.require(registry.people().suspend(id), Reason.IS_SUSPENDED);
            registry.note("staff.suspended", by.id(), id.value(), Map.of("reason", why));
            return new Outcome.Done();
        });
    }
}
