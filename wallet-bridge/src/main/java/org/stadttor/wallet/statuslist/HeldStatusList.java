// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A token in use.
 *
 * @param refreshAt from when on the background looks for a newer one: a little before it is stale
 * @param staleAt from when on a newer one should be used
 * @param usableUntil from when on it must not be used
 */
record HeldStatusList(StatusListToken token, Instant refreshAt, Instant staleAt, Instant usableUntil) {

    /** Which part of its time to live before its end a list is refreshed. */
    private static final int REFRESH_AHEAD = 10;

    /** What a list takes beside its statuses, in bytes. */
    private static final int OVERHEAD = 8 * 1024;

    static Cache<URI, HeldStatusList> cache(long maxBytes) {
        return Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((URI uri, HeldStatusList held) -> held.token().list().weight() + OVERHEAD)
                .build();
    }

    static HeldStatusList of(StatusListToken token, Instant fetchedAt, StatusListSettings settings) {
        Duration ttl = settings.timeToLive(token);
        return new HeldStatusList(
                token,
                fetchedAt.plus(ttl).minus(ttl.dividedBy(REFRESH_AHEAD)),
                fetchedAt.plus(ttl),
                settings.usableUntil(token, fetchedAt));
    }

    boolean isUsableAt(Instant now) {
        return now.isBefore(usableUntil);
    }

    boolean isStaleAt(Instant now) {
        return !now.isBefore(staleAt);
    }

    boolean isDueAt(Instant now) {
        return !now.isBefore(refreshAt) || !isUsableAt(now);
    }
}
