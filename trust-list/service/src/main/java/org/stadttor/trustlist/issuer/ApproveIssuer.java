// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Proposed;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;

/** The second of two people approves a proposed issuer; with that it is on the list. */
public final class ApproveIssuer {

    private final IssuerDecisions decisions;

    public ApproveIssuer(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Approves and publishes.
     *
     * @throws IssuerRefusedException {@code same_person}, {@code wrong_state}, {@code unknown_issuer}, or
     *     {@code key_of_another_issuer} if a listed issuer has one of its keys
     */
    public void approve(IssuerId id, StaffId approver, String reason) {
        Change change = new Change(approver, decisions.clock().instant(), reason);
        decisions.decide(
                id,
                "issuer.approved",
                change,
                i -> rule(i, approver),
                c -> decisions.issuers().approve(id, c),
                true);
    }

    private void rule(TrustedIssuer issuer, StaffId approver) {
        switch (issuer) {
            case Proposed proposed -> {
                if (proposed.proposedBy().equals(approver)) {
                    throw new IssuerRefusedException(Reason.SAME_PERSON);
                }
                DistinctKeys.require(proposed, decisions.issuers().approved());
            }
            case Approved a -> throw new IssuerRefusedException(Reason.WRONG_STATE);
            case Suspended s -> throw new IssuerRefusedException(Reason.WRONG_STATE);
            case Withdrawn w -> throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
    }
}
