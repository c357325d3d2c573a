// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Instant;
import java.util.Optional;

/** The ceremonies that wait; the same for all nodes. */
public interface Ceremonies {

    /** Stores one; deletes what has expired, and the oldest of this session and purpose beyond so many. */
    void open(Ceremony ceremony, int mostOfSession, Instant now);

    /** Takes one out, whatever comes of it: of two that ask at once, on any nodes, one gets it. */
    Optional<Ceremony> take(String ticketHash, String sessionHash, Ceremony.Purpose purpose, Instant now);
}
