// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.stadttor.staff.StaffId;

/**
 * A passkey as its owner sees it.
 *
 * @param backedUp whether it is kept by more than one device
 * @param locked a counter went back, so there may be a copy; it serves no more
 */
public record Passkey(
        PasskeyId id,
        StaffId owner,
        PasskeyLabel label,
        boolean backedUp,
        boolean locked,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {

    public Passkey {
        Objects.requireNonNull(id);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(label);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(lastUsedAt);
    }
}
