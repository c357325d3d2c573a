// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.stadttor.trustlist.issuer.ListPurpose;

/**
 * The latest issue of each list in the memory of this node, and those who wait for a newer one. The database is asked each
 * time (for numbers, by index); only new bytes are loaded.
 */
public final class PublicationFeed implements AutoCloseable {

    private final Publications publications;
    private final int maximumWaiters;
    private final Semaphore places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ListPurpose, Publication> latest = new EnumMap<>(ListPurpose.class);
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

    /** Takes the latest issues from the database, now. Wakes those who wait if one is new. */
    public void refresh() {
        publications.latestSequences().forEach((purpose, sequence) -> {
            if (sequence > latest(purpose).map(Publication::sequence).orElse(0L)) {
                publications.find(purpose, sequence).ifPresent(this::accept);
            }
        });
    }

    /** The latest issue of that list in the database, now. */
    public Optional<Publication> refresh(ListPurpose purpose) {
        refresh();
        return latest(purpose);
    }

    /**
     * Waits until the latest issue of that list is another one than that, at most so long, or until this node stops.
     *
     * @return the latest issue then
     */
    public Optional<Publication> awaitOtherThan(Publication seen, Duration atMost) throws InterruptedException {
        if (!places.tryAcquire()) {
            return latest(seen.purpose());
        }
        lock.lock();
        try {
            long left = TimeUnit.NANOSECONDS.convert(atMost);
            while (!closed && seen.equals(latest.get(seen.purpose())) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Optional.ofNullable(latest.get(seen.purpose()));
        } finally {
            lock.unlock();
            places.release();
        }
    }

    /** The latest issue this node knows of, without asking the database. */
    public Optional<Publication> latest(ListPurpose purpose) {
        lock.lock();
        try {
            return Optional.ofNullable(latest.get(purpose));
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
            Publication known = latest.get(publication.purpose());
            if (known == null || known.sequence() < publication.sequence()) {
                latest.put(publication.purpose(), publication);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
