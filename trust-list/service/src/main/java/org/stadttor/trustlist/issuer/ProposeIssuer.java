// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.TrustedIssuer.Proposed;

/** The first of two people proposes an issuer. */
public final class ProposeIssuer {

    private final IssuerDecisions decisions;

    public ProposeIssuer(IssuerDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Proposes; nothing is published yet.
     *
     * @throws IssuerRefusedException {@code certificate_not_valid} if a certificate is not valid now
     */
    public IssuerId propose(IssuerDetails details, StaffId proposer) {
        Instant now = decisions.clock().instant();
        boolean valid = details.certificates().stream()
                .allMatch(c -> !now.isBefore(c.getNotBefore().toInstant())
                        && !now.isAfter(c.getNotAfter().toInstant()));
        if (!valid) {
            throw new IssuerRefusedException(Reason.CERTIFICATE_NOT_VALID);
        }
        Proposed issuer = new Proposed(IssuerId.random(), details, proposer, now);
        decisions.propose(issuer, new Change(proposer, now, details.legalBasis()));
        return issuer.id();
    }
}
