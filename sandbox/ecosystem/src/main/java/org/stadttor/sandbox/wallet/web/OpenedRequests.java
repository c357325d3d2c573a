// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stadttor.sandbox.wallet.PresentationRequest;

/** Requests that somebody is looking at right now; lost at a restart, and then simply opened again. */
final class OpenedRequests {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 500;

    private final Clock clock;
    private final Map<String, Opened> opened = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Opened> eldest) {
            return size() > MOST;
        }
    };

    OpenedRequests(Clock clock) {
        this.clock = clock;
    }

    /**
     * A request on the screen.
     *
     * @param sameDevice whether the browser that shows the wallet is the one that started the login
     */
    record Opened(String handle, PresentationRequest request, boolean sameDevice, Instant at) {}

    synchronized Opened add(PresentationRequest request, boolean sameDevice) {
        Opened entry = new Opened(UUID.randomUUID().toString(), request, sameDevice, clock.instant());
        opened.put(entry.handle(), entry);
        return entry;
    }

    synchronized Optional<Opened> find(String handle) {
        return Optional.ofNullable(opened.get(handle))
                .filter(entry -> entry.at().plus(KEPT).isAfter(clock.instant()));
    }
}
