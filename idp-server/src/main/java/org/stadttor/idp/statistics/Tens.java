// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import java.util.OptionalLong;

/**
 * A count as it may be told: in tens, and not at all below 10. Rounding keeps what is not told from being computed from
 * what is.
 *
 * @param value rounded to the next ten; 0 means fewer than 10
 */
public record Tens(long value) {

    /** Below this nothing is told. */
    public static final int LEAST = 10;

    public Tens {
        if (value < 0 || value % LEAST != 0) {
            throw new IllegalArgumentException("not in tens");
        }
    }

    /** A count, rounded. */
    public static Tens of(long exact) {
        return new Tens(exact < LEAST ? 0 : (exact + LEAST / 2) / LEAST * LEAST);
    }

    /** Whether it is 10 or more. */
    public boolean isTold() {
        return value > 0;
    }

    /** Empty if it is fewer than 10. */
    public OptionalLong told() {
        return isTold() ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
