// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitPath;

/** Which hosts are proved for a unit: its own, and those of the units above it. */
public final class ReadDomains {

    private final DomainProofs proofs;
    private final Clock clock;

    public ReadDomains(DomainProofs proofs, Clock clock) {
        this.proofs = proofs;
        this.clock = clock;
    }

    /** Challenges and proofs of one unit, sorted by host; none outside of the scope. */
    public List<DomainProof> of(Scope scope, UnitPath unit) {
        return scope.includes(unit) ? proofs.of(unit) : List.of();
    }

    /** The hosts this unit may send citizens to. */
    public Set<String> proved(UnitPath unit) {
        return proofs.proved(unit.upwards(), clock.instant());
    }
}
