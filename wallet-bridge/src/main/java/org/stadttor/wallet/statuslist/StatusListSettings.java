// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.time.Duration;
import java.time.Instant;

/**
 * How long status lists are used. What the token says counts only within these bounds (Token Status List, 11.5).
 *
 * @param shortestTtl a list is not fetched again sooner, whatever its {@code ttl}
 * @param longestTtl a list is fetched again at the latest after this time
 * @param ttlIfAbsent for tokens without {@code ttl}
 * @param longestUse after this time a list is void even if its {@code exp} is later
 * @param longestUseWithoutExp the same for tokens without {@code exp}
 * @param retryAfter how long a failure is remembered before the next attempt
 * @param forgetAfter a list that no credential has named for so long is no longer refreshed
 */
public record StatusListSettings(
        Duration shortestTtl,
        Duration longestTtl,
        Duration ttlIfAbsent,
        Duration longestUse,
        Duration longestUseWithoutExp,
        Duration retryAfter,
        Duration forgetAfter) {

    public StatusListSettings {
        if (!shortestTtl.isPositive() || !retryAfter.isPositive() || !forgetAfter.isPositive()) {
            throw new IllegalArgumentException("durations must be positive");
        }
        if (longestTtl.compareTo(shortestTtl) < 0
                || ttlIfAbsent.compareTo(shortestTtl) < 0
                || longestUse.compareTo(longestTtl) < 0
                || longestUseWithoutExp.compareTo(shortestTtl) < 0) {
            throw new IllegalArgumentException("no bound may be below the one it extends");
        }
    }

    /** 60 s to 24 h between fetches, 1 h without ttl; 7 days of use, 24 h without exp; retry after 10 s. */
    public static StatusListSettings defaults() {
        return new StatusListSettings(
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofDays(7),
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                Duration.ofDays(7));
    }

    /** When a token fetched at that moment should be fetched again. */
    Duration timeToLive(StatusListToken token) {
        Duration ttl = token.timeToLive().orElse(ttlIfAbsent);
        if (ttl.compareTo(shortestTtl) < 0) {
            return shortestTtl;
        }
        return ttl.compareTo(longestTtl) > 0 ? longestTtl : ttl;
    }

    /** From when on a token fetched at that moment must not be relied upon. */
    Instant usableUntil(StatusListToken token, Instant fetchedAt) {
        return token.expiresAt()
                .filter(exp -> exp.isBefore(fetchedAt.plus(longestUse)))
                .orElseGet(() -> fetchedAt.plus(token.expiresAt().isPresent() ? longestUse : longestUseWithoutExp));
    }
}
