// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.domainproof;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.stadttor.idp.domainproof.DomainRefusedException.Reason;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.OrganisationUnits;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.relyingparty.HostNames;
import org.stadttor.idp.relyingparty.InvalidAddressException;

/** Use case: gives a unit the text with which it can prove that it controls a host. */
public final class ChallengeDomain {

    private static final int BYTES = 32;
    private static final int LIMIT = 200;

    private final DomainProofs proofs;
    private final OrganisationUnits units;
    private final SecureRandom random;
    private final Clock clock;

    public ChallengeDomain(DomainProofs proofs, OrganisationUnits units, SecureRandom random, Clock clock) {
        this.proofs = proofs;
        this.units = units;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes a challenge; the same one again if there is one already.
     *
     * @throws DomainRefusedException if the host cannot be proved, or the person may not act for the unit
     */
    public DomainProof challenge(ActingPerson person, UnitPath unit, String host) {
        if (!person.scope().includes(unit) || units.find(unit).isEmpty()) {
            throw new DomainRefusedException(Reason.NOT_FOUND);
        }
        try {
            HostNames.requireName(host);
        } catch (InvalidAddressException e) {
            throw new DomainRefusedException(Reason.HOST_INVALID);
        }
        if (proofs.find(unit, host).isEmpty() && proofs.of(unit).size() >= LIMIT) {
            throw new DomainRefusedException(Reason.TOO_MANY);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String challenge =
                DomainProof.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return proofs.add(new DomainProof(unit, host, challenge, clock.instant().truncatedTo(ChronoUnit.MICROS), null));
    }
}
