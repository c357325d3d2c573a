// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events for waiting pages. The database is the truth and is asked once a second for each page; a stream ends
 * after a minute, the browser opens the next one, on whatever node.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
public final class LiveEvents implements AutoCloseable {

    private static final Duration LIFE = Duration.ofSeconds(55);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Semaphore places;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-events").factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    public LiveEvents(int places) {
        this.places = new Semaphore(places);
    }

    /** Sends each new state until the page is to go on; empty if this node tells enough pages already. */
    Optional<SseEmitter> watch(Supplier<LiveState> state) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        Watch watch = new Watch(emitter, state);
        ScheduledFuture<?> ticks =
                clock.scheduleAtFixedRate(() -> tick(watch), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        AtomicBoolean open = new AtomicBoolean(true);
        Runnable end = () -> {
            if (open.getAndSet(false)) {
                ticks.cancel(false);
                places.release();
            }
        };
        emitter.onCompletion(end);
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> end.run());
        return Optional.of(emitter);
    }

    private void tick(Watch watch) {
        try {
            workers.execute(watch);
        } catch (RejectedExecutionException e) {
            watch.emitter.complete();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }

    private static final class Watch implements Runnable {

        private final SseEmitter emitter;
        private final Supplier<LiveState> state;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile @Nullable LiveState last;

        Watch(SseEmitter emitter, Supplier<LiveState> state) {
            this.emitter = emitter;
            this.state = state;
        }

        @Override
        public void run() {
            if (!busy.compareAndSet(false, true)) {
                return;
            }
            try {
                LiveState now = state.get();
                if (!now.equals(last)) {
                    emitter.send(SseEmitter.event()
                            .name("state")
                            .reconnectTime(PERIOD.toMillis())
                            .data(now, MediaType.APPLICATION_JSON));
                    last = now;
                }
            } catch (IOException | IllegalStateException e) {
                emitter.complete();
            } catch (RuntimeException e) {
                emitter.completeWithError(e);
            } finally {
                busy.set(false);
            }
        }
    }
}
