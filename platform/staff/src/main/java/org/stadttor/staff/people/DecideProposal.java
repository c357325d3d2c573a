// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Set;
import java.util.UUID;
import org.stadttor.staff.FourEyes;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.invitation.InvitePasskey;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.InvitedPerson;
import org.stadttor.staff.people.PersonRefusedException.Reason;
import org.stadttor.staff.people.Proposal.Act;

/** The second administrator agrees, or does not. */
public final class DecideProposal {

    private final Registry registry;
    private final Authority authority;
    private final InviteStaff invite;
    private final InvitePasskey passkey;

    public DecideProposal(Registry registry, Authority authority, InviteStaff invite, InvitePasskey passkey) {
        this.registry = registry;
        this.authority = authority;
        this.invite = invite;
        this.passkey = passkey;
    }

    /**
     * Agrees; what was proposed happens now, if it still may.
     *
     * @throws PersonRefusedException if it may not any more
     * @throws org.stadttor.staff.SamePersonException if this person proposed it
     */
    public Outcome confirm(UUID id, StaffMember by) {
        return registry.change(() -> {
            Proposal proposal = open(id, by);
            FourEyes.requireDifferent(proposal.by(), by.id());
            Registry.require(
                    !ProposePersonChange.subject(proposal).equals(by.id().value()), Reason.OWN_ACCOUNT);
            requireProposer(proposal);
            end(proposal, true, by);
            return happen(proposal.act(), by);
        });
    }

    /**
     * Does not agree. Whoever proposed it may also say no to it.
     *
     * @throws PersonRefusedException if there is nothing to decide
     */
    public Outcome reject(UUID id, StaffMember by) {
        return registry.change(() -> {
            end(open(id, by), false, by);
            return new Outcome.Done();
        });
    }

    private Proposal open(UUID id, StaffMember by) {
        Registry.require(by.has(StaffProcess.STAFF_ADMIN, Grant.WHOLE), Reason.NOT_YOURS);
        return registry.proposals()
                .find(id, registry.clock().instant())
                .orElseThrow(() -> new PersonRefusedException(Reason.PROPOSAL_GONE));
    }

    /** The proposal counts only as long as who made it could make it. */
    private void requireProposer(Proposal proposal) {
        Person proposer = registry.people()
                .find(proposal.by())
                .filter(person -> !person.suspended())
                .orElseThrow(() -> new PersonRefusedException(Reason.PROPOSER_MAY_NOT));
        StaffMember member = new StaffMember(proposer.id(), proposer.name(), proposer.grants(), SignIn.PASSKEY);
        boolean may = switch (proposal.act()) {
            case Act.Give give -> authority.mayGive(member, give.grant());
            case Act.Invite someone -> authority.mayGive(member, someone.grant());
            case Act.Resume resume -> mayManage(member, resume.person());
            case Act.Passkey renewed -> mayManage(member, renewed.person());
        };
        Registry.require(may, Reason.PROPOSER_MAY_NOT);
    }

    private boolean mayManage(StaffMember member, StaffId id) {
        return registry.people()
                .find(id)
                .filter(person -> authority.mayManage(member, person))
                .isPresent();
    }

    private void end(Proposal proposal, boolean confirmed, StaffMember by) {
        Registry.require(
                registry.proposals()
                        .decide(
                                proposal.id(),
                                confirmed,
                                by.id(),
                                registry.clock().instant()),
                Reason.PROPOSAL_GONE);
        registry.note(
                confirmed ? "staff.proposal-confirmed" : "staff.proposal-rejected",
                by.id(),
                ProposePersonChange.subject(proposal),
                ProposePersonChange.details(proposal.act(), proposal.id()));
    }

    private Outcome happen(Act act, StaffMember by) {
        return switch (act) {
            case Act.Give give -> {
                GiveRole.requireRoom(registry.other(by, give.person()), give.grant());
                GiveRole.give(registry, give.person(), give.grant(), by.id());
                yield new Outcome.Done();
            }
            case Act.Resume resume -> {
                Registry.require(registry.other(by, resume.person()).suspended(), Reason.IS_NOT_SUSPENDED);
                ResumePerson.resume(registry, resume.person(), by.id());
                yield new Outcome.Done();
            }
            case Act.Invite someone ->
                new Outcome.Invited(invite.invite(
                        new InvitedPerson(someone.name(), someone.email(), Set.of(someone.grant())), by.id()));
            case Act.Passkey renewed -> {
                Registry.require(!registry.other(by, renewed.person()).suspended(), Reason.IS_SUSPENDED);
                yield new Outcome.Invited(passkey.invite(renewed.person(), by.id()));
            }
        };
    }
}
