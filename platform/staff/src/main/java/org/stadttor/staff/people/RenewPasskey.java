// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.invitation.InvitePasskey;
import org.stadttor.staff.people.PersonRefusedException.Reason;

/**
 * Lets somebody else make a new passkey. Whoever has the link can take the account, so for somebody with a role that
 * decides it takes two administrators.
 */
public final class RenewPasskey {

    private final Registry registry;
    private final Authority authority;
    private final InvitePasskey invite;

    public RenewPasskey(Registry registry, Authority authority, InvitePasskey invite) {
        this.registry = registry;
        this.authority = authority;
        this.invite = invite;
    }

    /**
     * Invites to a new passkey.
     *
     * @throws PersonRefusedException if the person is not theirs
     */
    public Outcome renew(StaffId id, StaffMember by) {
        return registry.change(() -> {
            Person person = registry.other(by, id);
            Registry.require(authority.mayManage(by, person), Reason.NOT_YOURS);
            Registry.require(!person.suspended(), Reason.IS_SUSPENDED);
            if (authority.needsSecond(by, person.grants())) {
                return new Outcome.Proposed(
                        new ProposePersonChange(registry).propose(new Proposal.Act.Passkey(id), by));
            }
            return new Outcome.Invited(invite.invite(id, by.id()));
        });
    }
}
