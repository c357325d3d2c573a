// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.authorization.InvalidClientException.Reason;
import org.stadttor.idp.relyingparty.ClientKeys;
import org.stadttor.idp.relyingparty.RelyingParty;

/**
 * The public keys of relying parties. Keys by reference are fetched at most every five minutes; for an unknown {@code kid}
 * again, but no more than once in 30 seconds, whoever asks. While the address does not answer, what was fetched before
 * serves for an hour. An address that answers slowly keeps nobody waiting but its own party, and that one only for a key
 * it does not know yet.
 */
public final class ClientKeySets {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration STALE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int LIMIT = 10_000;

    private final Function<URI, String> fetch;
    private final Clock clock;
    private final Cache<URI, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(LIMIT).build();

    /** What is known of one address; whoever has the lock fetches. */
    private static final class Remembered {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Fetched last;
    }

    /** A key set (null if there never was one), when it was fetched, and when that was last tried. */
    private record Fetched(@Nullable JWKSet keys, Instant fetchedAt, Instant triedAt) {}

    /**
     * Over a way to fetch.
     *
     * @param fetch returns the body, or throws a RuntimeException
     */
    public ClientKeySets(Function<URI, String> fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * The keys of a relying party that it may sign with now; one that has come to its end is none.
     *
     * @param kid the key wanted; if a fetched set does not have it, the set is fetched again
     * @throws InvalidClientException if there are none
     */
    List<JWK> keys(RelyingParty relyingParty, @Nullable String kid) {
        List<JWK> keys = switch (relyingParty.keys()) {
            case RelyingParty.Keys.Inline(JWKSet jwks) -> jwks.getKeys();
            case RelyingParty.Keys.ByReference(URI uri) -> fetched(uri, kid).getKeys();
        };
        Instant now = clock.instant();
        return keys.stream().filter(key -> !ClientKeys.isExpired(key, now)).toList();
    }

    private JWKSet fetched(URI uri, @Nullable String kid) {
        Remembered of = Objects.requireNonNull(remembered.get(uri, address -> new Remembered()));
        Fetched known = of.last;
        Fetched entry = known != null && !wantsFetch(known, kid, clock.instant()) ? known : renewed(of, uri, kid);
        if (entry.keys() == null || !clock.instant().isBefore(entry.fetchedAt().plus(STALE))) {
            throw new InvalidClientException(Reason.KEYS_UNAVAILABLE);
        }
        return entry.keys();
    }

    private Fetched renewed(Remembered of, URI uri, @Nullable String kid) {
        Fetched known = of.last;
        if (known != null && !lacksKey(known, kid) && of.lock.isLocked()) {
            return known;
        }
        of.lock.lock();
        try {
            Fetched now = of.last;
            Fetched next =
                    now != null && !wantsFetch(now, kid, clock.instant()) ? now : fetch(uri, now, clock.instant());
            of.last = next;
            return next;
        } finally {
            of.lock.unlock();
        }
    }

    private static boolean lacksKey(Fetched known, @Nullable String kid) {
        return known.keys() == null || (kid != null && known.keys().getKeyByKeyId(kid) == null);
    }

    private static boolean wantsFetch(Fetched known, @Nullable String kid, Instant now) {
        boolean paused = now.isBefore(known.triedAt().plus(PAUSE));
        boolean old = !now.isBefore(known.fetchedAt().plus(FRESH));
        return !paused && (lacksKey(known, kid) || old);
    }

    private Fetched fetch(URI uri, @Nullable Fetched known, Instant now) {
        try {
            return new Fetched(ClientKeys.usable(Objects.requireNonNull(fetch.apply(uri))), now, now);
        } catch (RuntimeException e) {
            return known == null
                    ? new Fetched(null, Instant.EPOCH, now)
                    : new Fetched(known.keys(), known.fetchedAt(), now);
        }
    }
}
