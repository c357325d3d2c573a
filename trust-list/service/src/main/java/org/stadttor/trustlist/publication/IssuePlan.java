// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an issue is valid and when the next one is made.
 *
 * @param validity from issue to NextUpdate; at most six months (TS 119 602, annex D)
 * @param margin a new issue is made when less than this is left; shorter than {@code validity}
 * @param firstSequence the lowest number that may be used; raised after a restore from an older backup
 */
public record IssuePlan(Duration validity, Duration margin, long firstSequence) {

    /** Six months, in the shortest reading. */
    public static final Duration MAX_VALIDITY = Duration.ofDays(181);

    private static final Duration MIN_VALIDITY = Duration.ofMinutes(1);

    public IssuePlan {
        if (validity.compareTo(MIN_VALIDITY) < 0 || validity.compareTo(MAX_VALIDITY) > 0) {
            throw new IllegalArgumentException("validity must be 1 minute to " + MAX_VALIDITY.toDays() + " days");
        }
        if (margin.isNegative() || margin.isZero() || margin.compareTo(validity) >= 0) {
            throw new IllegalArgumentException("the re-sign margin must be more than 0 and less than the validity");
        }
        if (firstSequence < 1) {
            throw new IllegalArgumentException("the first sequence number must be 1 or more");
        }
    }

    /** Never longer than the signing certificate lives. */
    Instant nextUpdate(Instant issuedAt, Instant signerNotAfter) {
        Instant planned = issuedAt.plus(validity);
        return planned.isBefore(signerNotAfter) ? planned : signerNotAfter;
    }

    boolean isDue(Publication latest, Instant now) {
        return !now.isBefore(latest.nextUpdate().minus(margin));
    }

    long sequenceAfter(long latest) {
        return Math.max(latest + 1, firstSequence);
    }
}
