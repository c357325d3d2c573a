// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.List;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;

/** A key that two listed entities claim is ambiguous and would take trust from the one that had it first. */
final class DistinctKeys {

    private DistinctKeys() {}

    static void require(TrustedIssuer candidate, List<Approved> listed) {
        if (listed.stream().anyMatch(l -> l.details().sharesKeyWith(candidate.details()))) {
            throw new IssuerRefusedException(Reason.KEY_OF_ANOTHER_ISSUER);
        }
    }
}
