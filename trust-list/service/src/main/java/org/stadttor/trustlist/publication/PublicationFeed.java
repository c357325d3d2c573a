// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The latest issue in the memory of this node, and those who wait for a newer one. The database is asked each time
 * (for a number, by index); only new bytes are loaded.
 */
public final class PublicationFeed implements AutoCloseable {

    private final Publications publications;
    private final int maximumWaiters;
    private final Semaphore places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Publication latest;
    private boolean closed;

    /**
     * A feed.
     *
     * @param maximumWaiters so many requests may wait at the same time; further ones are answered at once
     */
    public PublicationFeed(Publications publications, int maximumWaiters) {
        this.publications = publications;
        this.maximumWaiters = maximumWaiters;
        this.places = new Semaphore(maximumWaiters);
    }

    /** The latest issue in the database, now. Wakes those who wait if it is new. */
    public Optional<Publication> refresh() {
        long sequence = publications.latestSequence();
        Optional<Publication> known = latest();
        if (sequence <= known.map(Publication::sequence).orElse(0L)) {
            return known;
        }
        publications.find(sequence).ifPresent(this::accept);
        return latest();
    }

    /**
     * Waits until the latest issue is another one than that, at most so long, or until this node stops.
     *
     * @return the latest issue then
     */
    public Optional<Publication> awaitOtherThan(Publication seen, Duration atMost) throws InterruptedException {
        if (!places.tryAcquire()) {
            return latest();
        }
        lock.lock();
        try {
            long left = TimeUnit.NANOSECONDS.convert(atMost);
            while (!closed && seen.equals(latest) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Optional.ofNullable(latest);
        } finally {
            lock.unlock();
            places.release();
        }
    }

    /** The latest issue this node knows of, without asking the database. */
    public Optional<Publication> latest() {
        lock.lock();
        try {
            return Optional.ofNullable(latest);
        } finally {
            lock.unlock();
        }
    }

    /** How many requests wait now. */
    public int waiting() {
        return maximumWaiters - places.availablePermits();
    }

    /** Answers everybody who waits: the node stops. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(Publication publication) {
        lock.lock();
        try {
            if (latest == null || latest.sequence() < publication.sequence()) {
                latest = publication;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
