// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stadttor.idp.organisation.UnitPath;

/** The stored challenges and proofs. */
public interface DomainProofs {

    Optional<DomainProof> find(UnitPath unit, String host);

    /** Those of one unit, sorted by host. */
    List<DomainProof> of(UnitPath unit);

    /** Stores a challenge unless there is one; returns the one that is there then. */
    DomainProof add(DomainProof proof);

    /** Stores that a challenge was met; false if it is gone or another one. */
    boolean prove(DomainProof proof);

    /** Forgets a challenge and its proof; false if there is none. */
    boolean remove(UnitPath unit, String host);

    /** Hosts with a proof of one of these units that counts now. */
    Set<String> proved(Collection<UnitPath> units, Instant now);
}
