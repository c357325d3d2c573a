// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.issuer.Proposal.Cause;

/** What a proposal stands on: the entity as it was, and its keys nobody else's. */
final class Ground {

    private Ground() {}

    static boolean isOnBase(Proposal proposal, List<TrustedIssuer> all) {
        return proposal.base()
                == all.stream()
                        .filter(issuer -> issuer.id().equals(proposal.issuer()))
                        .findFirst()
                        .map(TrustedIssuer::version)
                        .orElse(Proposal.NOTHING);
    }

    /** Why the proposal cannot be approved any more, if so. */
    static Optional<Cause> lost(Proposal proposal, List<TrustedIssuer> all, Instant now) {
        if (!now.isBefore(proposal.lapsesAt())) {
            return Optional.of(Cause.PROPOSAL_LAPSED);
        }
        boolean moved = !isOnBase(proposal, all) || DistinctKeys.areTaken(proposal.issuer(), proposal.details(), all);
        return moved ? Optional.of(Cause.GROUND_MOVED) : Optional.empty();
    }
}
