// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong keys by address. Who sends too many is told to wait; a right key is never refused for what others at the
 * same address did, because it is looked at first. The memory is bounded, the oldest address is forgotten.
 */
final class FailedAttempts {

    static final int MAX_PER_WINDOW = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_ADDRESSES = 10_000;

    private record Count(Instant since, int attempts) {}

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Clock clock;

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    /** Notes one more; true if these are too many. */
    synchronized boolean add(String address) {
        Instant now = clock.instant();
        Count before = counts.remove(address);
        Count count = before == null || !now.isBefore(before.since().plus(WINDOW))
                ? new Count(now, 1)
                : new Count(before.since(), before.attempts() + 1);
        counts.put(address, count);
        if (counts.size() > MAX_ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
        return count.attempts() > MAX_PER_WINDOW;
    }
}
