// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;

/** The second of two people puts a suspended issuer back on the list. */
public final class ResumeIssuer {

    private final IssuerDecisions decisions;

    public ResumeIssuer(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Resumes and publishes.
     *
     * @throws IssuerRefusedException {@code no_resumption_proposed}, {@code same_person}, {@code wrong_state},
     *     {@code unknown_issuer}, {@code key_of_another_issuer}
     */
    public void resume(IssuerId id, StaffId approver, String reason) {
        Change change = new Change(approver, decisions.clock().instant(), reason);
        decisions.decide(
                id,
                "issuer.resumed",
                change,
                i -> rule(i, approver),
                c -> decisions.issuers().resume(id, c),
                true);
    }

    private void rule(TrustedIssuer issuer, StaffId approver) {
        if (!(issuer instanceof Suspended suspended)) {
            throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
        StaffId proposer = suspended
                .resumptionProposedBy()
                .orElseThrow(() -> new IssuerRefusedException(Reason.NO_RESUMPTION_PROPOSED));
        if (proposer.equals(approver)) {
            throw new IssuerRefusedException(Reason.SAME_PERSON);
        }
        DistinctKeys.require(suspended, decisions.issuers().approved());
    }
}
