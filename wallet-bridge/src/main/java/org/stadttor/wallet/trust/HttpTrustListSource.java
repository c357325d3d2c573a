// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadttor.outbound.AddressRule;
import org.stadttor.outbound.OutboundException;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.outbound.OutboundPolicy;
import org.stadttor.outbound.OutboundRequest;
import org.stadttor.outbound.OutboundResponse;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.wallet.trust.CurrentTrustList.Offer;

/**
 * Pulls a signed list and keeps the last good one. One thread waits at the publisher for the next issue (long poll), so
 * that distrust arrives at once; a second one asks without waiting, and looks into the database, at short intervals, in
 * case the first one hangs. Between {@link #start} and {@link #close}; asking for the list never waits for either.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240#section-4.3">RFC 7240, section 4.3 (Prefer: wait)</a>
 */
public final class HttpTrustListSource implements TrustListSource, AutoCloseable {

    private static final String MEDIA_TYPES = "application/jose, application/jwt, */*;q=0.1";
    private static final int LIST_IN_BASE64 = LoteJson.MAX_SIZE / 3 * 4 + 100_000;
    private static final Duration JOIN = Duration.ofSeconds(5);

    private final OutboundHttp http;
    private final TrustListSettings settings;
    private final CurrentTrustList current;
    private final TrustListAlarms alarms;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable String etag;
    private volatile List<Thread> threads = List.of();

    public HttpTrustListSource(
            OutboundHttp http,
            TrustListSettings settings,
            AcceptedTrustLists store,
            TrustListEvents events,
            Clock clock) {
        this.http = http;
        this.settings = settings;
        this.alarms = new TrustListAlarms(events);
        this.current = new CurrentTrustList(settings, store, alarms, clock);
    }

    /** What pulling a list may do: the content type does not matter, the signature does; no redirects. */
    public static OutboundPolicy policy() {
        return OutboundPolicy.forPurpose("trust_list")
                .withMaxBody(LIST_IN_BASE64)
                .withAddresses(AddressRule.CONFIGURED_BY_OPERATOR);
    }

    /** Loads the last good list from the database, then begins to pull. */
    public void start() {
        current.adoptStored();
        current.watch();
        threads = Stream.<Runnable>of(this::waitForChanges, this::pollPlainly)
                .map(work -> Thread.ofVirtual().name("trust-list").start(work))
                .toList();
    }

    @Override
    public void close() {
        stopped.countDown();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(JOIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public ListOfTrustedEntities pidProviders() {
        return current.usable()
                .orElseThrow(() -> new TrustListUnavailableException("no trust list that may be decided on"));
    }

    private void waitForChanges() {
        boolean stop = false;
        while (!stop) {
            long start = System.nanoTime();
            boolean news = false;
            try {
                news = pull(settings.longPoll()) == Offer.TAKEN;
            } catch (RuntimeException e) {
                // Told by the plain poll, if it cannot get through either.
            }
            // A publisher that does not hold answers back is not asked more often than by the plain poll.
            boolean held = System.nanoTime() - start >= settings.pollInterval().toNanos();
            stop = (news || held) ? stopped.getCount() == 0 : pause();
        }
    }

    private void pollPlainly() {
        do {
            try {
                pollOnce();
            } catch (RuntimeException e) {
                // An observer threw, which it must not. Distrust has to arrive nevertheless.
            }
        } while (!pause());
    }

    private void pollOnce() {
        current.adoptStored();
        try {
            pull(Duration.ZERO);
            alarms.reachable();
        } catch (OutboundException e) {
            if (e.reason() != OutboundException.Reason.INTERRUPTED) {
                alarms.unreachable(e.reason().code());
            }
        }
        current.watch();
    }

    /** Asks once. */
    private Offer pull(Duration patience) {
        long basis = current.sequence();
        String known = etag;
        OutboundResponse response = http.get(OutboundRequest.get(settings.url(), MEDIA_TYPES)
                .ifNoneMatch(known)
                .waiting(known == null ? Duration.ZERO : patience));
        if (response.notModified()) {
            return Offer.KNOWN;
        }
        Offer offer = current.offer(response.asciiBody(), basis);
        // What was refused is looked at again: time alone may make it acceptable, and its tag must not hide it.
        etag = offer == Offer.REFUSED ? null : response.etag().orElse(null);
        return offer;
    }

    /** True if it is time to stop. */
    private boolean pause() {
        try {
            return stopped.await(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
