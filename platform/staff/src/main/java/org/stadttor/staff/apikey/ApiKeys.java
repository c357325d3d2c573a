// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stadttor.staff.StaffId;

/** The stored keys. */
public interface ApiKeys {

    /** Stores a new one. */
    void add(ApiKey key, byte[] hash);

    /** The keys of a person, the newest first. */
    List<ApiKey> of(StaffId owner);

    /** The key with this hash, live or not. */
    Optional<ApiKey> find(byte[] hash);

    /** Notes the day of its use. */
    void used(UUID id, LocalDate day);

    /** Ends a key of this person; false if there is none that is not ended yet. */
    boolean revoke(UUID id, StaffId owner, Instant at);
}
