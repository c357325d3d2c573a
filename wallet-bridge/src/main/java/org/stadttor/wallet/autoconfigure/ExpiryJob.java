// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.stadttor.wallet.presentation.ExpirePresentations;

/** Deletes expired presentations again and again, from the start of the context to its end. */
final class ExpiryJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryJob.class);

    private final ExpirePresentations expirePresentations;
    private final Duration interval;
    private @Nullable ScheduledExecutorService executor;

    ExpiryJob(ExpirePresentations expirePresentations, Duration interval) {
        this.expirePresentations = expirePresentations;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (executor != null) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("wallet-expiry").daemon().factory());
        long millis = interval.toMillis();
        var _ = started.scheduleWithFixedDelay(this::run, millis, millis, TimeUnit.MILLISECONDS);
        executor = started;
    }

    private void run() {
        try {
            int expired = expirePresentations.expire();
            if (expired > 0) {
                LOG.debug("{} presentations expired", expired);
            }
        } catch (RuntimeException e) {
            // The next run tries again; nothing that has expired is ever handed out.
            LOG.warn("Expired presentations could not be deleted", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
