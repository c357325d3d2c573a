// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Proposed;

/**
 * The stored issuers. Each change is one statement that names the state it starts from, and answers whether it took
 * place.
 */
public interface TrustedIssuers {

    /** Lets one change after the other happen: held until the transaction ends. */
    void lock();

    Optional<TrustedIssuer> find(IssuerId id);

    /** All, in the order of their proposal. */
    List<TrustedIssuer> all();

    /** Those on the list, in a stable order. */
    List<Approved> approved();

    void add(Proposed issuer);

    boolean approve(IssuerId id, Change change);

    boolean suspend(IssuerId id, Change change);

    boolean proposeResumption(IssuerId id, Change change);

    boolean resume(IssuerId id, Change change);

    boolean withdraw(IssuerId id, Change change);
}
