// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.List;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.Proposal.Decision.Pending;
import org.stadttor.trustlist.issuer.Proposal.Kind;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;

/** Makes proposals and refuses those that could not be approved as things stand. Stores nothing. */
final class ProposalDraft {

    private final TrustedIssuers issuers;

    ProposalDraft(TrustedIssuers issuers) {
        this.issuers = issuers;
    }

    Proposal listing(IssuerDetails details, Change change) {
        IssuerId id = IssuerId.random();
        requireListable(id, details, change.at());
        return proposal(Kind.LISTING, id, Proposal.NOTHING, DetailsDocument.write(details), change);
    }

    Proposal change(IssuerId id, IssuerDetails details, Change change) {
        TrustedIssuer today = find(id);
        if (today instanceof Withdrawn) {
            throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
        if (today.purpose() != details.purpose()) {
            throw new IssuerRefusedException(Reason.PURPOSE_CHANGED);
        }
        if (today.details().equals(details)) {
            throw new IssuerRefusedException(Reason.NOTHING_CHANGED);
        }
        requireListable(id, details, change.at());
        return proposal(Kind.CHANGE, id, today.version(), DetailsDocument.write(details), change);
    }

    Proposal resumption(IssuerId id, Change change) {
        if (!(find(id) instanceof Suspended suspended)) {
            throw new IssuerRefusedException(Reason.WRONG_STATE);
        }
        String document = issuers.document(id).orElseThrow();
        return proposal(Kind.RESUMPTION, id, suspended.version(), document, change);
    }

    /** Certificates valid now, and keys that are nobody else's. */
    void requireListable(IssuerId id, IssuerDetails details, Instant now) {
        boolean valid = details.certificates().stream()
                .allMatch(c -> !now.isBefore(c.getNotBefore().toInstant())
                        && !now.isAfter(c.getNotAfter().toInstant()));
        if (!valid) {
            throw new IssuerRefusedException(Reason.CERTIFICATE_NOT_VALID);
        }
        List<TrustedIssuer> all = issuers.of(details.purpose());
        DistinctKeys.require(id, details, all);
    }

    private TrustedIssuer find(IssuerId id) {
        return issuers.find(id).orElseThrow(() -> new IssuerRefusedException(Reason.UNKNOWN_ISSUER));
    }

    private static Proposal proposal(Kind kind, IssuerId id, long base, String document, Change change) {
        return new Proposal(ProposalId.random(), kind, id, base, document, change, new Pending());
    }
}
