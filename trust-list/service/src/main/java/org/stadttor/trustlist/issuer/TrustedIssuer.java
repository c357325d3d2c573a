// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.Optional;

/** An issuer of PIDs in one of its states. Only an approved one is on the list. */
public sealed interface TrustedIssuer {

    IssuerId id();

    IssuerDetails details();

    /** Waits for a second person. */
    record Proposed(IssuerId id, IssuerDetails details, StaffId proposedBy, Instant proposedAt)
            implements TrustedIssuer {}

    /** On the list. */
    record Approved(IssuerId id, IssuerDetails details, StaffId proposedBy, StaffId approvedBy, Instant approvedAt)
            implements TrustedIssuer {}

    /** Off the list at once, by one person; back on it only by two. */
    record Suspended(
            IssuerId id,
            IssuerDetails details,
            StaffId suspendedBy,
            Instant suspendedAt,
            String reason,
            Optional<StaffId> resumptionProposedBy)
            implements TrustedIssuer {}

    /** Off the list for good; also a proposal that was turned down. */
    record Withdrawn(IssuerId id, IssuerDetails details, StaffId withdrawnBy, Instant withdrawnAt, String reason)
            implements TrustedIssuer {}
}
