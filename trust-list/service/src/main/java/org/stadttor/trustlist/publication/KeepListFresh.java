// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.time.Clock;
import org.springframework.transaction.support.TransactionOperations;

/** Has the next issue made in time, and at the start whatever was left undone. */
public final class KeepListFresh {

    private final PublishTrustList publish;
    private final PublicationFeed feed;
    private final IssuePlan plan;
    private final TransactionOperations transactions;
    private final Clock clock;

    public KeepListFresh(
            PublishTrustList publish,
            PublicationFeed feed,
            IssuePlan plan,
            TransactionOperations transactions,
            Clock clock) {
        this.publish = publish;
        this.feed = feed;
        this.plan = plan;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Publishes if there is no issue, it runs out, or issuers, scheme or signer are no longer as they were. */
    public void recover() {
        transactions.executeWithoutResult(status -> publish.publishIfNeeded());
        feed.refresh();
    }

    /** Takes over what other nodes published, and publishes if the latest issue runs out. Cheap; called all the time. */
    public void tick() {
        boolean due = feed.refresh().map(p -> plan.isDue(p, clock.instant())).orElse(true);
        if (due) {
            recover();
        }
    }
}
