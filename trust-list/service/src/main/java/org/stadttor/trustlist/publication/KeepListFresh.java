// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.trustlist.issuer.ListPurpose;

/** Has the next issue of each list made in time, and at the start whatever was left undone. */
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

    /**
     * Publishes each list that has no issue, whose issue runs out, or whose entities, scheme or signer are no longer as
     * they were. A list that cannot be published does not hinder the others.
     */
    public void recover() {
        recover(List.of(ListPurpose.values()));
    }

    /** Takes over what other nodes published, and publishes lists that run out. Cheap; called all the time. */
    public void tick() {
        feed.refresh();
        Instant now = clock.instant();
        recover(Stream.of(ListPurpose.values())
                .filter(purpose ->
                        feed.latest(purpose).map(p -> plan.isDue(p, now)).orElse(true))
                .toList());
    }

    private void recover(List<ListPurpose> purposes) {
        RuntimeException failure = null;
        for (ListPurpose purpose : purposes) {
            try {
                transactions.executeWithoutResult(status -> publish.publishIfNeeded(purpose));
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (!purposes.isEmpty()) {
            feed.refresh();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
