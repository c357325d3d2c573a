// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.stadttor.outbound.OutboundException;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/**
 * The status lists this node knows, unpacked and verified once per token. Lists that credentials have named are fetched
 * again in the background, so that a fetch does not tell the issuer when somebody presents; only a list named for the
 * first time is fetched while the credential waits, once for all who wait.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, sections 8, 11.5</a>
 */
public final class StatusLists implements AutoCloseable {

    private static final long MAX_BYTES = 256L * 1024 * 1024;
    private static final long MAX_LISTS = 10_000;

    /** Who named a list last, and when. */
    private record Interest(Trusted issuer, Instant at) {}

    /** A failure is that of one issuer: a list that is not theirs may well be another's. */
    private record Attempt(URI uri, X509Certificate issuerAnchor) {}

    private record Failure(RuntimeException cause, Instant until) {}

    private final StatusListFetcher fetcher;
    private final StatusListSettings settings;
    private final StatusListEvents events;
    private final Clock clock;
    private final Cache<URI, HeldStatusList> held;
    private final Cache<URI, Interest> interests =
            Caffeine.newBuilder().maximumSize(MAX_LISTS).build();
    private final Cache<Attempt, Failure> failures =
            Caffeine.newBuilder().maximumSize(MAX_LISTS).build();
    private final Cache<URI, ReentrantLock> locks =
            Caffeine.newBuilder().weakValues().build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("status-lists").factory());

    public StatusLists(StatusListFetcher fetcher, StatusListSettings settings, StatusListEvents events, Clock clock) {
        this(fetcher, settings, events, clock, MAX_BYTES);
    }

    StatusLists(StatusListFetcher http, StatusListSettings times, StatusListEvents events, Clock clock, long max) {
        this.fetcher = http;
        this.settings = times;
        this.events = events;
        this.clock = clock;
        this.held = HeldStatusList.cache(max);
    }

    /** Begins to refresh in the background. */
    public void start() {
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(() -> refreshDue(Thread::startVirtualThread), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /**
     * The list at this address, usable now and signed by somebody who speaks for this issuer now.
     *
     * @param issuer of a credential whose signature has been verified: nothing is fetched for anybody else
     * @throws OutboundException if the list is needed and cannot be had
     * @throws InvalidStatusListException if what stands there is not a list of this issuer
     */
    StatusList current(URI uri, Trusted issuer) {
        HeldStatusList list = held.getIfPresent(uri);
        Instant now = clock.instant();
        if (list == null || !list.isUsableAt(now)) {
            list = fetched(uri, issuer);
        } else if (list.isStaleAt(now)) {
            list = newerIfPossible(uri, issuer, list);
        }
        fetcher.requireTrusted(list.token(), issuer);
        interests.put(uri, new Interest(issuer, now));
        return list.token().list();
    }

    /** Who comes while another is already fetching does not wait. */
    private HeldStatusList newerIfPossible(URI uri, Trusted issuer, HeldStatusList stale) {
        ReentrantLock lock = lockOf(uri);
        if (lock.tryLock()) {
            try {
                return fetchedLocked(uri, issuer);
            } catch (OutboundException | InvalidStatusListException e) {
                // Reported where it happened.
            } finally {
                lock.unlock();
            }
        }
        events.servedStale(uri);
        return stale;
    }

    private HeldStatusList fetched(URI uri, Trusted issuer) {
        ReentrantLock lock = lockOf(uri);
        lock.lock();
        try {
            return fetchedLocked(uri, issuer);
        } finally {
            lock.unlock();
        }
    }

    /** A list that is not stale: by a fetch, or by the fetch of somebody who was faster. */
    private HeldStatusList fetchedLocked(URI uri, Trusted issuer) {
        HeldStatusList list = held.getIfPresent(uri);
        Instant now = clock.instant();
        if (list != null && list.isUsableAt(now) && !list.isStaleAt(now)) {
            return list;
        }
        return fetchLocked(uri, issuer);
    }

    private HeldStatusList fetchLocked(URI uri, Trusted issuer) {
        Attempt attempt = new Attempt(uri, issuer.anchor());
        Failure before = failures.getIfPresent(attempt);
        if (before != null && clock.instant().isBefore(before.until())) {
            throw before.cause();
        }
        try {
            StatusListToken token = fetcher.fetch(uri, issuer);
            requireNotOlder(held.getIfPresent(uri), token);
            HeldStatusList list = HeldStatusList.of(token, clock.instant(), settings);
            held.put(uri, list);
            failures.invalidate(attempt);
            events.accepted(uri);
            return list;
        } catch (OutboundException e) {
            throw remembered(attempt, e, e.reason().code());
        } catch (InvalidStatusListException e) {
            throw remembered(attempt, e, e.reason().code());
        }
    }

    private <E extends RuntimeException> E remembered(Attempt attempt, E cause, String code) {
        failures.put(attempt, new Failure(cause, clock.instant().plus(settings.retryAfter())));
        events.failed(attempt.uri(), code);
        return cause;
    }

    /** Whoever can replay an old token must not be able to bring a revoked credential back. */
    private static void requireNotOlder(@Nullable HeldStatusList known, StatusListToken token) {
        if (known != null && token.issuedAt().isBefore(known.token().issuedAt())) {
            throw new InvalidStatusListException(Reason.OLDER_THAN_KNOWN);
        }
    }

    /** Fetches what will be stale soon; not what had to make room: lists would evict each other for ever. */
    void refreshDue(Executor executor) {
        Instant now = clock.instant();
        interests.asMap().forEach((uri, interest) -> {
            HeldStatusList list = held.getIfPresent(uri);
            if (interest.at().plus(settings.forgetAfter()).isBefore(now)) {
                interests.invalidate(uri);
            } else if (list != null && list.isDueAt(now)) {
                executor.execute(() -> refresh(uri, interest.issuer()));
            }
        });
    }

    private void refresh(URI uri, Trusted issuer) {
        ReentrantLock lock = lockOf(uri);
        if (!lock.tryLock()) {
            return;
        }
        try {
            fetchLocked(uri, issuer);
        } catch (OutboundException | InvalidStatusListException | TrustListUnavailableException e) {
            // Reported as an event where it happened; the next round tries again.
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lockOf(URI uri) {
        return locks.get(uri, any -> new ReentrantLock());
    }
}
