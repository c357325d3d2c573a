// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.time.Duration;
import java.util.List;

/**
 * How long a login took, roughly: an exact time together with a day and a small office could be recognised.
 *
 * @param number its place, from 0
 */
public record DurationBucket(int number) {

    /** Seconds; a bucket reaches from the one before to this one, the last one has no end. */
    private static final List<Integer> ENDS =
            List.of(5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800);

    public DurationBucket {
        if (number < 0 || number > ENDS.size()) {
            throw new IllegalArgumentException("no such bucket");
        }
    }

    /** The bucket of a duration. */
    public static DurationBucket of(Duration took) {
        int number = 0;
        while (number < ENDS.size() && took.compareTo(Duration.ofSeconds(ENDS.get(number))) > 0) {
            number++;
        }
        return new DurationBucket(number);
    }

    /** Up to when it reaches; the last one says where it begins. */
    public Duration end() {
        return Duration.ofSeconds(ENDS.get(Math.min(number, ENDS.size() - 1)));
    }

    /** Whether it has an end. */
    public boolean isLast() {
        return number == ENDS.size();
    }
}
