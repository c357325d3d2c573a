// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;

/** Which keys end within 60 days, for the pages of the people who can change them. */
public final class ReadKeyWarnings {

    private static final int LIMIT = 100;

    private final KeyWarnings warnings;
    private final Clock clock;

    public ReadKeyWarnings(KeyWarnings warnings, Clock clock) {
        this.warnings = warnings;
        this.clock = clock;
    }

    /**
     * The first to end first; those that have ended come before all others.
     *
     * @param after the cursor of the page before, or empty
     */
    public Page<ExpiringKey> list(Scope scope, String after, int limit) {
        Instant before = clock.instant().plus(Duration.ofDays(Threshold.DAYS_60.days()));
        return warnings.endingBefore(scope, before, after, Math.clamp(limit, 1, LIMIT));
    }
}
