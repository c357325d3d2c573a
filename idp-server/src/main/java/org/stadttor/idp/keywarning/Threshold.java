// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** How long before the end of a key a warning is due. */
public enum Threshold {
    DAYS_60(60),
    DAYS_30(30),
    DAYS_7(7),
    DAYS_1(1);

    private final int days;

    Threshold(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** The one that was passed last; empty if there is more time, or none left. */
    static Optional<Threshold> passed(Instant now, Instant expiresAt) {
        if (!now.isBefore(expiresAt)) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, expiresAt);
        return Arrays.stream(values())
                .filter(threshold -> left.compareTo(Duration.ofDays(threshold.days)) <= 0)
                .min(Comparator.comparingInt(Threshold::days));
    }
}
