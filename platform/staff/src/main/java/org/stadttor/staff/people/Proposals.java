// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stadttor.staff.StaffId;

/** The stored proposals about people. */
public interface Proposals {

    /** Stores a new one. */
    void add(Proposal proposal);

    /** Those that can be decided now, the oldest first. */
    List<Proposal> open(Instant now);

    /** One that can be decided now. */
    Optional<Proposal> find(UUID id, Instant now);

    /** Ends it; false if it is not open any more. */
    boolean decide(UUID id, boolean confirmed, StaffId by, Instant at);
}
