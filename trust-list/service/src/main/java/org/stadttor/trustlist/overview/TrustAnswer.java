// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.stadttor.trustlist.evaluation.TrustExplanation;
import org.stadttor.trustlist.publication.Publication;

/**
 * The answer to a {@link TrustQuestion}.
 *
 * @param issue the issue of the list it was decided under
 * @param at the moment for which it was decided
 * @param hints what else matters in a login
 */
public record TrustAnswer(Publication issue, Instant at, TrustExplanation explanation, Set<Hint> hints) {

    /** Something the rules alone do not say. */
    public enum Hint {
        /** The chain is not in its order, which may be the whole reason. */
        OUT_OF_ORDER,
        /** The listed certificate stands in the chain itself, which verifiers refuse (HAIP). */
        ANCHOR_IN_CHAIN,
        /** A status list counts only for credentials of the same entity. */
        SAME_ENTITY_ONLY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TrustAnswer {
        hints = Set.copyOf(hints);
    }
}
