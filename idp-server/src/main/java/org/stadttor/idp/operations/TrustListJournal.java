// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadttor.wallet.trust.TrustListEvents;

/** Log, metrics and audit trail of the trust list: what was refused, and that it has ended, stays on record. */
public final class TrustListJournal implements TrustListEvents {

    static final String METER = "stadttor.trust.list";

    private static final Logger LOG = LoggerFactory.getLogger(TrustListJournal.class);
    private static final String SUBJECT = "pid-providers";
    private static final String NONE = "none";

    private final ListJournal journal;
    private final AtomicReference<@Nullable Instant> nextUpdate = new AtomicReference<>();

    public TrustListJournal(ListJournal journal, Clock clock) {
        this.journal = journal;
        Gauge.builder(METER + ".seconds.left", nextUpdate, end -> secondsLeft(end.get(), clock.instant()))
                .description("Until the trust list in use ends; negative afterwards, NaN without a list")
                .strongReference(true)
                .register(journal.meters());
    }

    private static double secondsLeft(@Nullable Instant end, Instant now) {
        return end == null ? Double.NaN : Duration.between(now, end).toSeconds();
    }

    @Override
    public void accepted(long sequence, Instant end) {
        LOG.info("Trust list {} is in use until {}", sequence, end);
        nextUpdate.set(end);
        journal.count(METER, "accepted", NONE);
    }

    @Override
    public void refused(String reasonCode) {
        LOG.error("A trust list was refused: {}", reasonCode);
        journal.count(METER, "refused", reasonCode);
        journal.keep("trust-list.refused", SUBJECT, Map.of("reason", reasonCode));
    }

    @Override
    public void unreachable(String reasonCode) {
        LOG.warn("The trust list cannot be fetched ({}); the last good one stays in use", reasonCode);
        journal.count(METER, "unreachable", reasonCode);
    }

    @Override
    public void reachable() {
        LOG.info("The trust list can be fetched again");
        journal.count(METER, "reachable", NONE);
    }

    @Override
    public void nearingExpiry(Instant end) {
        LOG.warn("The trust list ends at {} and there is no newer one", end);
        journal.count(METER, "nearing_expiry", NONE);
    }

    @Override
    public void expired(Instant end) {
        LOG.error("The trust list has ended at {}: no PID is accepted", end);
        journal.count(METER, "expired", NONE);
        journal.keep("trust-list.expired", SUBJECT, Map.of("next-update", end.toString()));
    }

    @Override
    public void storeFailed() {
        LOG.error("The trust list cannot be read from, or written to, the database");
        journal.count(METER, "store_failed", NONE);
    }
}
