// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.publication.Publication;

/**
 * How a list is.
 *
 * @param latest nothing if it was never published
 * @param trusted how many entities are on it and trusted
 * @param findings how many errors and warnings there are about the certificates of those
 * @param tasks how many tasks there are about its entities
 */
public record ListState(
        ListPurpose purpose,
        Optional<Publication> latest,
        Condition condition,
        long trusted,
        long findings,
        long tasks) {

    /** In one word. */
    public enum Condition {
        IN_FORCE,
        /** The next issue should be there by now: something hinders it. */
        RENEWAL_OVERDUE,
        /** Readers must not use it any more: nobody on it is trusted. */
        EXPIRED,
        MISSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Condition condition(Optional<Publication> latest, Instant renewalDue, Instant now) {
        if (latest.isEmpty()) {
            return Condition.MISSING;
        }
        if (!now.isBefore(latest.get().nextUpdate())) {
            return Condition.EXPIRED;
        }
        return now.isAfter(renewalDue) ? Condition.RENEWAL_OVERDUE : Condition.IN_FORCE;
    }
}
