// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.issuer.EntityVersion.State;
import org.stadttor.trustlist.issuer.TrustedIssuer;

/**
 * One page of a search.
 *
 * @param total how many there are on all pages
 */
public record EntityPage(EntityQuery query, List<Hit> hits, int total) {

    /** So many stand on a page. */
    public static final int SIZE = 20;

    /**
     * Somebody who was found.
     *
     * @param firstExpiry when the first of the certificates runs out
     */
    public record Hit(TrustedIssuer issuer, State state, Optional<Instant> firstExpiry) {}

    public EntityPage {
        hits = List.copyOf(hits);
    }

    /** How many pages there are; one at least. */
    public int pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
