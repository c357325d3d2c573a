// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;

/**
 * Who may give what to whom. A staff administrator gives every role of the process in their part; the owner of an agency
 * gives the roles of agencies in their part. Nobody reaches above their own part.
 *
 * @param roles all roles of the process
 */
public record Authority(Set<String> roles) {

    /** Decide on what others proposed. */
    private static final Set<String> DECIDING = Set.of("approver", "registrar", "emergency");

    /** One side of four eyes, or make others one: giving one of them takes two administrators. */
    private static final Set<String> APPROVING =
            Set.of("approver", "registrar", "emergency", "curator", StaffProcess.STAFF_ADMIN);

    private static final String OWNER = "owner";

    private static final Set<String> OF_AGENCIES =
            Set.of(OWNER, "technician", "data-protection-officer", "agency-reader");

    /** Can be held for a part; the pages of all other roles show everything. */
    private static final Set<String> OF_PARTS = Stream.concat(
                    OF_AGENCIES.stream(), Stream.of("registrar", StaffProcess.STAFF_ADMIN))
            .collect(Collectors.toUnmodifiableSet());

    public Authority {
        roles = Set.copyOf(roles);
    }

    /** The roles that see people at all. */
    public String[] managers() {
        return Set.of(StaffProcess.STAFF_ADMIN, OWNER).stream()
                .filter(roles::contains)
                .sorted()
                .toArray(String[]::new);
    }

    /** Whether this role can be held for this part. */
    public boolean fits(Grant grant) {
        return grant.part().equals(Grant.WHOLE) || OF_PARTS.contains(grant.role());
    }

    /**
     * Whether a second administrator must agree before this person lets somebody have it. Who decides could otherwise make
     * an account up, propose with that one and approve with their own.
     */
    public boolean needsSecond(StaffMember by, Grant grant) {
        return APPROVING.contains(grant.role()) || DECIDING.stream().anyMatch(by::has);
    }

    /** Whether one of these needs a second administrator. */
    public boolean needsSecond(StaffMember by, Set<Grant> grants) {
        return grants.stream().anyMatch(grant -> needsSecond(by, grant));
    }

    /** Whether this person may give or take this. */
    public boolean mayGive(StaffMember by, Grant grant) {
        return roles.contains(grant.role())
                && (by.has(StaffProcess.STAFF_ADMIN, grant.part())
                        || (OF_AGENCIES.contains(grant.role()) && by.has(OWNER, grant.part())));
    }

    /** The roles that this person may give somewhere, in alphabetical order. */
    public Set<String> givable(StaffMember by) {
        return roles.stream()
                .filter(role -> by.has(StaffProcess.STAFF_ADMIN) || (OF_AGENCIES.contains(role) && by.has(OWNER)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The parts whose people this person sees. */
    public Set<String> parts(StaffMember by) {
        return by.parts(Set.of(StaffProcess.STAFF_ADMIN, OWNER));
    }

    /** Whether this person sees that one: some role of theirs is in a part of this person's. */
    public boolean maySee(StaffMember by, Person person) {
        return by.has(StaffProcess.STAFF_ADMIN, Grant.WHOLE)
                || person.grants().stream()
                        .anyMatch(grant ->
                                parts(by).stream().anyMatch(part -> grant.part().startsWith(part)));
    }

    /** Whether this person may suspend that one: every role of theirs is in this person's hands. */
    public boolean mayManage(StaffMember by, Person person) {
        return by.has(StaffProcess.STAFF_ADMIN, Grant.WHOLE)
                || (!person.grants().isEmpty() && person.grants().stream().allMatch(grant -> mayGive(by, grant)));
    }
}
