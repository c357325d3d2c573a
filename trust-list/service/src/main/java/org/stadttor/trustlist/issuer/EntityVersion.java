// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Locale;
import java.util.Objects;

/**
 * One state an entity was or is in. Written by the database with each change, and never again.
 *
 * @param number 1 for the listing, then counting up
 * @param event what brought it into this state
 * @param change who, when and why
 * @param proposal the approved proposal whose details these are
 */
public record EntityVersion(
        IssuerId issuer,
        long number,
        Event event,
        State state,
        IssuerDetails details,
        Change change,
        ProposalId proposal) {

    public EntityVersion {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(event);
        Objects.requireNonNull(state);
        Objects.requireNonNull(details);
        Objects.requireNonNull(change);
        Objects.requireNonNull(proposal);
    }

    /** What happened. */
    public enum Event {
        LISTED,
        CHANGED,
        SUSPENDED,
        SUSPENSION_CONFIRMED,
        RETURNED_UNCONFIRMED,
        RESUMED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it was trusted. */
    public enum State {
        APPROVED,
        SUSPENDED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
