// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;

/** A second person confirms that an entity was suspended rightly: it does not return by itself any more. */
public final class ConfirmSuspension {

    private final IssuerDecisions decisions;

    public ConfirmSuspension(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Confirms. Possible as long as the entity is suspended, even if the clock is late.
     *
     * @throws IssuerRefusedException {@code wrong_state} if it is not suspended or that is confirmed already,
     *     {@code same_person}, {@code unknown_issuer}
     */
    public void confirm(IssuerId id, StaffId by, String reason) {
        Change change = decisions.change(by, reason);
        decisions.onIssuer(id, "issuer.suspension_confirmed", change, issuer -> {
            if (!(issuer instanceof Suspended suspended)
                    || suspended.returnsAt().isEmpty()) {
                throw new IssuerRefusedException(Reason.WRONG_STATE);
            }
            if (suspended.suspendedBy().equals(by)) {
                throw new IssuerRefusedException(Reason.SAME_PERSON);
            }
            return decisions.register().issuers().confirmSuspension(suspended, change);
        });
    }
}
