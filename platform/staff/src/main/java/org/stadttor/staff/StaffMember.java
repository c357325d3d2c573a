// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A signed-in person with the grants of this moment; the principal of every staff request.
 *
 * @param name for people, never for decisions
 */
public record StaffMember(StaffId id, String name, Set<Grant> grants, SignIn signIn) implements Principal {

    public StaffMember {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        grants = Set.copyOf(grants);
        Objects.requireNonNull(signIn);
    }

    /** Whether the person has this role anywhere. */
    public boolean has(String role) {
        return grants.stream().anyMatch(grant -> grant.role().equals(role));
    }

    /** Whether the person has this role for this part of the organisation. */
    public boolean has(String role, String part) {
        return grants.stream().anyMatch(grant -> grant.role().equals(role) && grant.covers(part));
    }

    /** The parts in which the person has one of these roles; empty means nowhere. */
    public Set<String> parts(Set<String> roles) {
        return grants.stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Grant::part)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String getName() {
        return id.value();
    }

    @Override
    public String toString() {
        return "StaffMember[" + id + "]";
    }
}
