// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;

/**
 * The stored entities in their present state. Each change is one statement that names the version it starts from, and
 * answers whether it took place.
 */
public interface TrustedIssuers {

    /** Lets one change after the other happen: held until the transaction ends. */
    void lock();

    Optional<TrustedIssuer> find(IssuerId id);

    /** The very document that two people approved, see {@link DetailsDocument}. */
    Optional<String> document(IssuerId id);

    /** All, in the order of their listing. */
    List<TrustedIssuer> all();

    /** All of one purpose, in the order of their listing. */
    List<TrustedIssuer> of(ListPurpose purpose);

    /** Those on the lists, in a stable order. */
    List<Approved> approved();

    /** Those on one list, in a stable order. */
    List<Approved> approved(ListPurpose purpose);

    /** Whether a suspension has to be lifted, or a proposal to lapse, by then. */
    boolean anyDeadlineBefore(Instant moment);

    /** How many suspensions wait for a second person. */
    int unconfirmedSuspensions();

    /** The entity of an approved listing comes into being. */
    void add(Proposal listing, Change change);

    /** What an approved change or resumption says. */
    boolean apply(Proposal proposal, Change change);

    boolean suspend(Approved issuer, Change change, Instant returnsAt);

    boolean confirmSuspension(Suspended issuer, Change change);

    /** The clock's own: puts it back as it was. */
    boolean returnUnconfirmed(Suspended issuer, Change change);

    boolean withdraw(TrustedIssuer issuer, Change change);
}
