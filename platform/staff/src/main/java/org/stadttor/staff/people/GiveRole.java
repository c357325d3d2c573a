// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Map;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.people.PersonRefusedException.Reason;

/** Gives somebody else a role: at once, or as a proposal if the role decides. */
public final class GiveRole {

    /** More roles than this nobody has. */
    static final int MAX_ROLES = 20;

    private final Registry registry;
    private final Authority authority;

    public GiveRole(Registry registry, Authority authority) {
        this.registry = registry;
        this.authority = authority;
    }

    /**
     * Gives it.
     *
     * @throws PersonRefusedException if it may not be given
     */
    public Outcome give(StaffId id, Grant grant, StaffMember by) {
        return registry.change(() -> {
            Person person = registry.other(by, id);
            Registry.require(authority.roles().contains(grant.role()), Reason.ROLE_UNKNOWN);
            Registry.require(authority.maySee(by, person) && authority.mayGive(by, grant), Reason.NOT_YOURS);
            Registry.require(authority.fits(grant), Reason.WHOLE_ONLY);
            requireRoom(person, grant);
            if (authority.needsSecond(by, grant)) {
                return new Outcome.Proposed(
                        new ProposePersonChange(registry).propose(new Proposal.Act.Give(id, grant), by));
            }
            give(registry, id, grant, by.id());
            return new Outcome.Done();
        });
    }

    static void requireRoom(Person person, Grant grant) {
        Registry.require(!person.suspended(), Reason.IS_SUSPENDED);
        Registry.require(!person.grants().contains(grant), Reason.HAS_IT_ALREADY);
        Registry.require(person.grants().size() < MAX_ROLES, Reason.TOO_MANY_ROLES);
    }

    static void give(Registry registry, StaffId id, Grant grant, StaffId by) {
        Registry.require(registry.people().give(id, grant), Reason.HAS_IT_ALREADY);
        // A link to a new passkey was meant for what the account could do when it was made.
        registry.people()
                .endPasskeyInvitations(id, registry.clock().instant())
                .forEach(link -> registry.note("staff.invitation-withdrawn", by, link.toString(), Map.of()));
        registry.note("staff.role-given", by, id.value(), Registry.details(grant));
    }
}
