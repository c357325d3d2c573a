// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;

/**
 * A key of one person, without the key.
 *
 * @param name what its owner calls it
 * @param grants the most it may ever do
 * @param madeBy how its owner was signed in when it was made
 * @param lastUsed the day (UTC) of the last request with it
 */
public record ApiKey(
        UUID id,
        StaffId owner,
        String name,
        Set<Grant> grants,
        SignIn madeBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable LocalDate lastUsed,
        @Nullable Instant revokedAt) {

    public ApiKey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(name);
        grants = Set.copyOf(grants);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(expiresAt);
    }

    /** Whether it can be used. */
    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** What it may do for somebody who has these grants now: only what both allow. */
    public Set<Grant> effective(Set<Grant> ofPerson) {
        return grants.stream()
                .flatMap(own -> ofPerson.stream()
                        .filter(now -> now.role().equals(own.role()))
                        .filter(now -> now.covers(own.part()) || own.covers(now.part()))
                        .map(now -> now.covers(own.part()) ? own : now))
                .collect(Collectors.toUnmodifiableSet());
    }
}
