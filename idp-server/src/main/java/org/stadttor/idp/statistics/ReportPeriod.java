// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * For how long back there are statistics: whole weeks only, all up to today, so that periods cannot be chosen to leave one
 * login between them.
 */
public enum ReportPeriod {
    WEEK(1),
    FOUR_WEEKS(4),
    QUARTER(13),
    YEAR(52);

    /** Days of a slice of the course, finest first. */
    private static final List<Integer> SLICES = List.of(1, 7, 28);

    private final int weeks;

    ReportPeriod(int weeks) {
        this.weeks = weeks;
    }

    public int weeks() {
        return weeks;
    }

    public int days() {
        return 7 * weeks;
    }

    /** How finely its course may be shown: at most 60 slices, all of one length. */
    List<Integer> slices() {
        return SLICES.stream()
                .filter(slice -> days() % slice == 0 && days() / slice <= 60 && days() / slice > 1)
                .toList();
    }

    /** The period of so many weeks. */
    public static Optional<ReportPeriod> of(int weeks) {
        return Arrays.stream(values()).filter(period -> period.weeks == weeks).findFirst();
    }
}
