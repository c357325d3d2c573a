// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
 * when the page is to go on, or after a minute, the browser opens the next one, on whatever node.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent events</a>
 */
public final class LiveEvents implements AutoCloseable {

    private static final Duration LIFE = Duration.ofSeconds(55);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** A browser needs one stream, and another while it notices that the first is gone. */
    private static final int PLACES_OF_ONE_LOGIN = 3;

    private final Semaphore places;
    private final Map<String, Integer> placesByLogin = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-events").factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    public LiveEvents(int places) {
        this.places = new Semaphore(places);
    }

    /**
     * Sends each new state until the page is to go on; empty if this node tells enough pages already, or enough of this
     * login.
     */
    Optional<SseEmitter> watch(String login, Supplier<LiveState> state) {
        if (!enter(login)) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        Watch watch = new Watch(emitter, state, () -> leave(login));
        emitter.onCompletion(watch::end);
        emitter.onTimeout(watch::complete);
        emitter.onError(e -> watch.end());
        watch.tickBy(clock.scheduleAtFixedRate(() -> tick(watch), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        return Optional.of(emitter);
    }

    private boolean enter(String login) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (placesByLogin.merge(login, 1, Integer::sum) > PLACES_OF_ONE_LOGIN) {
            leave(login);
            return false;
        }
        return true;
    }

    private void leave(String login) {
        placesByLogin.computeIfPresent(login, (handle, taken) -> taken > 1 ? taken - 1 : null);
        places.release();
    }

    private void tick(Watch watch) {
        try {
            workers.execute(watch);
        } catch (RejectedExecutionException e) {
            watch.complete();
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
        private final Runnable leave;
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile @Nullable ScheduledFuture<?> ticks;
        private volatile @Nullable LiveState last;

        Watch(SseEmitter emitter, Supplier<LiveState> state, Runnable leave) {
            this.emitter = emitter;
            this.state = state;
            this.leave = leave;
        }

        void tickBy(ScheduledFuture<?> future) {
            ticks = future;
            if (!open.get()) {
                future.cancel(false);
            }
        }

        /** Gives the place back, once. */
        void end() {
            if (open.getAndSet(false)) {
                ScheduledFuture<?> running = ticks;
                if (running != null) {
                    running.cancel(false);
                }
                leave.run();
            }
        }

        /** Does not wait to be told: an emitter that is complete before it is connected tells nobody. */
        void complete() {
            emitter.complete();
            end();
        }

        @Override
        public void run() {
            if (!open.get() || !busy.compareAndSet(false, true)) {
                return;
            }
            try {
                tell(state.get());
            } catch (IOException | IllegalStateException e) {
                complete();
            } catch (RuntimeException e) {
                emitter.completeWithError(e);
                end();
            } finally {
                busy.set(false);
            }
        }

        private void tell(LiveState now) throws IOException {
            if (!now.equals(last)) {
                emitter.send(SseEmitter.event()
                        .name("state")
                        .reconnectTime(PERIOD.toMillis())
                        .data(now, MediaType.APPLICATION_JSON));
                last = now;
            }
            if (now.next() != null) {
                complete();
            }
        }
    }
}
