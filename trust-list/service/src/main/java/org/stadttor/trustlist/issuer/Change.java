// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.Objects;

/**
 * Who changes something, when and why.
 *
 * @param reason a sentence for the audit trail, at most 200 characters
 */
public record Change(StaffId by, Instant at, String reason) {

    /** Longer is no sentence. */
    public static final int MAX_REASON = 200;

    public Change {
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        if (reason.isBlank() || reason.length() > MAX_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a reason is needed, at most " + MAX_REASON + " characters");
        }
    }
}
