// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.Optional;

/** Somebody who was approved by two people, in one of its states. Only an approved one is trusted. */
public sealed interface TrustedIssuer {

    IssuerId id();

    /** Counts up with every change; 1 is the listing. */
    long version();

    IssuerDetails details();

    /** Who brought it into this state, when and why. */
    Change last();

    default ListPurpose purpose() {
        return details().purpose();
    }

    /**
     * On the list.
     *
     * @param proposedBy the first of the two who decided on just these details
     * @param approvedBy the second
     */
    record Approved(
            IssuerId id, long version, IssuerDetails details, StaffId proposedBy, StaffId approvedBy, Change last)
            implements TrustedIssuer {}

    /**
     * Off the list at once, by one person; back on it by two, or by the clock if nobody confirms.
     *
     * @param suspendedBy who took it off
     * @param confirmedBy the second person who said so too
     * @param returnsAt when it returns to the list; nothing if that is confirmed not to happen
     */
    record Suspended(
            IssuerId id,
            long version,
            IssuerDetails details,
            StaffId suspendedBy,
            Optional<StaffId> confirmedBy,
            Optional<Instant> returnsAt,
            Change last)
            implements TrustedIssuer {}

    /** Off the list for good. */
    record Withdrawn(IssuerId id, long version, IssuerDetails details, Change last) implements TrustedIssuer {}
}
