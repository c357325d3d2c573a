// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;

/**
 * Which list to pull, and whose.
 *
 * @param url where it is published
 * @param typeUri the list type that is expected there, compared exactly
 * @param signers pinned certificates; the list must be signed with one of them. Two while the signer changes
 * @param longPoll how long the publisher may hold an answer back until there is a new list
 * @param pollInterval how often to ask without waiting, and to look what other nodes have accepted: 100 ms to 5 s
 */
public record TrustListSettings(
        URI url, String typeUri, Set<X509Certificate> signers, Duration longPoll, Duration pollInterval) {

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(5);

    public TrustListSettings {
        Objects.requireNonNull(url);
        Objects.requireNonNull(typeUri);
        signers = Set.copyOf(signers);
        if (signers.isEmpty()) {
            throw new IllegalArgumentException("a list has at least one pinned signer");
        }
        if (longPoll.isNegative()) {
            throw new IllegalArgumentException("longPoll must not be negative");
        }
        if (pollInterval.compareTo(SHORTEST_INTERVAL) < 0 || pollInterval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("pollInterval must be 100 ms to 5 s");
        }
    }

    /** The list of PID providers, with a long poll of 25 s and a plain poll every second. */
    public static TrustListSettings pidProviders(URI url, Set<X509Certificate> signers) {
        return new TrustListSettings(
                url, ListOfTrustedEntities.PID_PROVIDERS, signers, Duration.ofSeconds(25), Duration.ofSeconds(1));
    }
}
