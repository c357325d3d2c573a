// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.stadttor.trustlist.issuer.KeepDeadlines;

/** Looks at the clock for the decisions on this node; every node does, and each thing happens once. */
final class DeadlineWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final KeepDeadlines deadlines;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    DeadlineWatch(KeepDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("deadline-watch").start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread running = thread;
        thread = null;
        try {
            if (running != null) {
                running.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            do {
                tick();
            } while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails now is tried again at the next interval. */
    private void tick() {
        try {
            deadlines.tick();
        } catch (RuntimeException e) {
            LOG.error("deadlines of decisions could not be looked after", e);
        }
    }
}
