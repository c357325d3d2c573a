// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.Proposal.Cause;
import org.stadttor.trustlist.issuer.Proposal.Decision.Approved;
import org.stadttor.trustlist.issuer.Proposal.Decision.Lapsed;
import org.stadttor.trustlist.issuer.Proposal.Decision.Pending;
import org.stadttor.trustlist.issuer.Proposal.Decision.Rejected;
import org.stadttor.trustlist.issuer.Proposal.Decision.Withdrawn;

/** A proposal is decided once, and within its time. */
final class PendingOnly {

    private PendingOnly() {}

    static void require(Proposal proposal, Instant now) {
        switch (proposal.decision()) {
            case Pending p -> {
                if (!now.isBefore(proposal.lapsesAt())) {
                    throw new IssuerRefusedException(Reason.PROPOSAL_LAPSED);
                }
            }
            case Lapsed lapsed ->
                throw new IssuerRefusedException(
                        lapsed.cause() == Cause.GROUND_MOVED ? Reason.GROUND_MOVED : Reason.PROPOSAL_LAPSED);
            case Approved a -> throw new IssuerRefusedException(Reason.ALREADY_DECIDED);
            case Rejected r -> throw new IssuerRefusedException(Reason.ALREADY_DECIDED);
            case Withdrawn w -> throw new IssuerRefusedException(Reason.ALREADY_DECIDED);
        }
    }
}
