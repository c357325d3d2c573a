// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadttor.sandbox.sdjwt.Disclosure;

/**
 * What a wallet would answer.
 *
 * @param claims what the person gives, by query
 */
public record Offer(Map<String, List<OfferedClaim>> claims) {

    public Offer {
        claims = new LinkedHashMap<>(claims);
    }

    /**
     * One claim of an offer.
     *
     * @param key stable within the request: id of the query and name of the claim
     * @param name names of the path, joined by dots
     * @param optional whether the request can be answered without it
     */
    public record OfferedClaim(
            String key, String name, List<Object> values, boolean optional, Set<Disclosure> disclosures) {

        @Override
        public String toString() {
            return "OfferedClaim[" + key + "]";
        }
    }

    /** All claims. */
    public List<OfferedClaim> all() {
        return claims.values().stream().flatMap(List::stream).toList();
    }

    /** What must be disclosed for a query. */
    Set<Disclosure> disclosures(String queryId) {
        Set<Disclosure> disclosures = new LinkedHashSet<>();
        claims.getOrDefault(queryId, List.of()).forEach(claim -> disclosures.addAll(claim.disclosures()));
        return disclosures;
    }
}
