// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;

/**
 * An account as those see it who look after the staff.
 *
 * @param email empty for invented people
 * @param passkeys how many the person can sign in with
 * @param lastSignIn empty if never
 */
public record Person(
        StaffId id,
        String name,
        Optional<String> email,
        boolean suspended,
        Set<Grant> grants,
        int passkeys,
        Optional<Instant> lastSignIn) {

    public Person {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        grants = Set.copyOf(grants);
    }

    /** Not the name: it is personal. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
