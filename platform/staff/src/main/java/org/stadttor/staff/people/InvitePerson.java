// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Set;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.InvitedPerson;
import org.stadttor.staff.people.PersonRefusedException.Reason;

/** Invites somebody with one role; others are given later. A role that decides makes it a proposal. */
public final class InvitePerson {

    private final Registry registry;
    private final Authority authority;
    private final InviteStaff invite;

    public InvitePerson(Registry registry, Authority authority, InviteStaff invite) {
        this.registry = registry;
        this.authority = authority;
        this.invite = invite;
    }

    /**
     * Invites.
     *
     * @throws PersonRefusedException if this role may not be given
     * @throws org.stadttor.staff.invitation.InvitationRefusedException if the person has an account
     */
    public Outcome invite(PersonName name, EmailAddress email, Grant grant, StaffMember by) {
        return registry.change(() -> {
            Registry.require(authority.roles().contains(grant.role()), Reason.ROLE_UNKNOWN);
            Registry.require(authority.mayGive(by, grant), Reason.NOT_YOURS);
            Registry.require(authority.fits(grant), Reason.WHOLE_ONLY);
            if (authority.needsSecond(by, grant)) {
                return new Outcome.Proposed(
                        new ProposePersonChange(registry).propose(new Proposal.Act.Invite(name, email, grant), by));
            }
            return new Outcome.Invited(invite.invite(new InvitedPerson(name, email, Set.of(grant)), by.id()));
        });
    }
}
