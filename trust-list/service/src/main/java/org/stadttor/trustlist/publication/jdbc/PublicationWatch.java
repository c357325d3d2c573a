// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.stadttor.trustlist.publication.KeepListFresh;

/**
 * Looks after the list on this node: once before the web server starts, then at every notification and, because a
 * notification can get lost, at every interval.
 */
public final class PublicationWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationWatch.class);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final DataSource connections;
    private final KeepListFresh keepFresh;
    private final Duration interval;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection listening;

    /**
     * A watch.
     *
     * @param connections not pooled: one connection is kept for listening
     */
    public PublicationWatch(DataSource connections, KeepListFresh keepFresh, Duration interval) {
        this.connections = connections;
        this.keepFresh = keepFresh;
        this.interval = interval;
    }

    @Override
    public void start() {
        keepFresh.recover();
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("publication-watch").start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread running = thread;
        thread = null;
        try {
            stopListening();
            if (running != null) {
                running.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the wait for notifications; an interrupt could break a statement of the pool. */
    private void stopListening() {
        Connection connection = listening;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("closing the listening connection", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server, which starts in a late phase. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        try {
            do {
                listen();
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            listening = connection;
            statement.execute("LISTEN " + JdbcPublications.CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (stopped.getCount() > 0) {
                tick();
                postgres.getNotifications((int) interval.toMillis());
            }
        } catch (SQLException e) {
            if (stopped.getCount() > 0) {
                LOG.warn("listening for new lists failed, polling instead", e);
                tick();
            }
        }
    }

    /** What fails now is tried again at the next interval; health shows when the list runs out. */
    private void tick() {
        try {
            keepFresh.tick();
        } catch (RuntimeException e) {
            LOG.error("the trust list could not be looked after", e);
        }
    }
}
