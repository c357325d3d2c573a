// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.List;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;

/**
 * A key that two entities of one list claim is ambiguous and would take trust from the one that had it first. A suspended
 * entity keeps its keys: it may come back.
 */
final class DistinctKeys {

    private DistinctKeys() {}

    static void require(IssuerId id, IssuerDetails details, List<TrustedIssuer> all) {
        if (areTaken(id, details, all)) {
            throw new IssuerRefusedException(Reason.KEY_OF_ANOTHER_ISSUER);
        }
    }

    static boolean areTaken(IssuerId id, IssuerDetails details, List<TrustedIssuer> all) {
        return all.stream()
                .filter(other -> !other.id().equals(id) && !(other instanceof Withdrawn))
                .anyMatch(other -> other.details().sharesKeyWith(details));
    }
}
