// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Map;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.people.PersonRefusedException.Reason;

/** Lets somebody back who is suspended: at once, or as a proposal if they have a role that decides. */
public final class ResumePerson {

    private final Registry registry;
    private final Authority authority;

    public ResumePerson(Registry registry, Authority authority) {
        this.registry = registry;
        this.authority = authority;
    }

    /**
     * Resumes.
     *
     * @throws PersonRefusedException if the person may not be resumed
     */
    public Outcome resume(StaffId id, StaffMember by) {
        return registry.change(() -> {
            Person person = registry.other(by, id);
            Registry.require(authority.mayManage(by, person), Reason.NOT_YOURS);
            Registry.require(person.suspended(), Reason.IS_NOT_SUSPENDED);
            if (authority.needsSecond(by, person.grants())) {
                return new Outcome.Proposed(new ProposePersonChange(registry).propose(new Proposal.Act.Resume(id), by));
            }
            resume(registry, id, by.id());
            return new Outcome.Done();
        });
    }

    static void resume(Registry registry, StaffId id, StaffId by) {
        Registry.require(registry.people().resume(id), Reason.IS_NOT_SUSPENDED);
        registry.note("staff.resumed", by, id.value(), Map.of());
    }
}
