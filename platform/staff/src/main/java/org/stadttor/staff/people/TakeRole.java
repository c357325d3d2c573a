// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.people.PersonRefusedException.Reason;

/** Takes a role from somebody else, at once: taking away needs no second person. */
public final class TakeRole {

    private final Registry registry;
    private final Authority authority;

    public TakeRole(Registry registry, Authority authority) {
        this.registry = registry;
        this.authority = authority;
    }

    /**
     * Takes it.
     *
     * @throws PersonRefusedException if it may not be taken
     */
    public Outcome take(StaffId id, Grant grant, StaffMember by) {
        return registry.change(() -> {
            Person person = registry.other(by, id);
            Registry.require(authority.maySee(by, person) && authority.mayGive(by, grant), Reason.NOT_YOURS);
            Registry.require(
                    !grant.equals(Grant.whole(StaffProcess.STAFF_ADMIN))
                            || registry.people().otherAdministrators(id) > 0,
                    Reason.LAST_ADMINISTRATOR);
            Registry.require(registry.people().take(id, grant), Reason.HAS_IT_NOT);
            registry.note("staff.role-taken", by.id(), id.value(), Registry.details(grant));
            return new Outcome.Done();
        });
    }
}
