// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffId;

/** The stored people, for those who look after them. */
public interface People {

    /** Which people are looked for: part of name or e-mail address, and in which parts; {@code /} is everybody. */
    record Search(String text, Set<String> parts) {

        public Search {
            parts = Set.copyOf(parts);
        }
    }

    /** In alphabetical order. */
    List<Person> find(Search search, long offset, int limit);

    /** How many there are. */
    long count(Search search);

    /** One of them. */
    Optional<Person> find(StaffId id);

    /** The names of those of these accounts that are known here. */
    Map<StaffId, String> names(Set<StaffId> ids);

    /** Waits until nobody else changes people, and keeps others waiting until the transaction ends. */
    void lock();

    /** False if the person has it already. */
    boolean give(StaffId id, Grant grant);

    /** Links to a new passkey for this person that were not used yet serve no more; which ones. */
    List<UUID> endPasskeyInvitations(StaffId id, Instant at);

    /** False if the person has not. */
    boolean take(StaffId id, Grant grant);

    /** Nobody suspended can do anything from the next request on; their sessions end. False if they are already. */
    boolean suspend(StaffId id);

    /** False if the person is not suspended. */
    boolean resume(StaffId id);

    /** How many active people administer the whole staff, besides this one. */
    int otherAdministrators(StaffId id);
}
