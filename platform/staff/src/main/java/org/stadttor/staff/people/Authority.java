// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** Decide, or make others decide: giving one of them takes two administrators. */
    private static final Set<String> APPROVING = Set.of("approver", "registrar", "emergency", StaffProcess.STAFF_ADMIN);

    private static final String OWNER = "owner";

    private static final Set<String> OF_AGENCIES =
            Set.of(OWNER, "technician", "data-protection-officer", "agency-reader");

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

    /** Whether a second administrator must agree before somebody has it. */
    public boolean needsSecond(Grant grant) {
        return APPROVING.contains(grant.role());
    }

    /** Whether one of these needs a second administrator. */
    public boolean needsSecond(Set<Grant> grants) {
        return grants.stream().anyMatch(this::needsSecond);
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
