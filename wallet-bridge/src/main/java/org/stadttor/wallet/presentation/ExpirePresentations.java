// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Clock;

/** Use case: deletes presentations whose time is over, in small batches; every node may run it at any time. */
public final class ExpirePresentations {

    private static final int BATCH = 200;

    private final Presentations presentations;
    private final Clock clock;

    public ExpirePresentations(Presentations presentations, Clock clock) {
        this.presentations = presentations;
        this.clock = clock;
    }

    /** Deletes until nothing expired is left; how many were deleted. */
    public int expire() {
        int total = 0;
        int deleted;
        do {
            deleted = presentations.expire(clock.instant(), BATCH);
            total += deleted;
        } while (deleted == BATCH);
        return total;
    }
}
