// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people.web;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.audit.AuditEntries;
import org.stadttor.staff.audit.AuditRow;
import org.stadttor.staff.invitation.Invitation;
import org.stadttor.staff.people.Authority;
import org.stadttor.staff.people.People;
import org.stadttor.staff.people.Person;
import org.stadttor.staff.people.Proposal;
import org.stadttor.staff.people.Registry;

/** What pages about people show, so far as the reader may see it. */
public final class PeoplePages {

    private static final int TRAIL = 20;

    private final Registry registry;
    private final Authority authority;
    private final AuditEntries trail;

    public PeoplePages(Registry registry, Authority authority, AuditEntries trail) {
        this.registry = registry;
        this.authority = authority;
        this.trail = trail;
    }

    People people() {
        return registry.people();
    }

    Authority authority() {
        return authority;
    }

    Clock clock() {
        return registry.clock();
    }

    /** A person whom the reader may see; for everybody else there is no such page. */
    Person visible(String id, StaffMember reader) {
        return StaffId.parse(id)
                .flatMap(people()::find)
                .filter(person -> authority.maySee(reader, person))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Fills the page of one person. */
    String person(Person person, StaffMember reader, Model model) {
        model.addAttribute("person", PersonRow.of(person));
        model.addAttribute("own", person.id().equals(reader.id()));
        model.addAttribute("manageable", authority.mayManage(reader, person));
        model.addAttribute(
                "takable",
                person.grants().stream()
                        .filter(grant -> authority.mayGive(reader, grant))
                        .collect(Collectors.toSet()));
        model.addAttribute("roles", authority.givable(reader));
        model.addAttribute(
                "proposals",
                rows(
                        registry.proposals().open(clock().instant()).stream()
                                .filter(proposal -> ProposalRow.person(proposal)
                                        .filter(person.id()::equals)
                                        .isPresent())
                                .toList(),
                        reader));
        // What somebody does in other parts is none of this reader's business.
        model.addAttribute(
                "trail",
                authority.mayManage(reader, person)
                        ? AuditRow.of(trail.about(person.id(), TRAIL), people()::names)
                        : List.of());
        if (!model.containsAttribute("part")) {
            model.addAttribute("part", defaultPart(reader));
            model.addAttribute("role", "");
        }
        return "staff/person";
    }

    /** The part that a form suggests. */
    String defaultPart(StaffMember reader) {
        return authority.parts(reader).stream().sorted().findFirst().orElse(Grant.WHOLE);
    }

    /** The proposals that the reader can decide on. */
    List<ProposalRow> proposals(StaffMember reader) {
        return reader.has(StaffProcess.STAFF_ADMIN, Grant.WHOLE)
                ? rows(registry.proposals().open(clock().instant()), reader)
                : List.of();
    }

    List<ProposalRow> rows(Collection<Proposal> proposals, StaffMember reader) {
        Set<StaffId> ids = proposals.stream()
                .flatMap(proposal -> Stream.concat(Stream.of(proposal.by()), ProposalRow.person(proposal).stream()))
                .collect(Collectors.toSet());
        Map<StaffId, String> names = people().names(ids);
        return proposals.stream()
                .map(proposal -> ProposalRow.of(proposal, names, reader.id()))
                .toList();
    }

    /** Whether the reader could have made this invitation; those without roles are of administrators. */
    boolean mayWithdraw(StaffMember reader, Invitation invitation) {
        return reader.has(StaffProcess.STAFF_ADMIN, Grant.WHOLE)
                || (!invitation.grants().isEmpty()
                        && invitation.grants().stream().allMatch(grant -> authority.mayGive(reader, grant)));
    }

    /** A grant as it was typed; empty if it cannot be one. */
    static Optional<Grant> grant(String role, String part) {
        try {
            return Optional.of(new Grant(role.strip(), part.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
