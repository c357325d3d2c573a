// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial.web;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.staff.StaffMember;

/** The live services in the part of the tree where somebody works on them; all others do not exist. */
public final class OwnServices {

    /** Who works on services. */
    public static final Set<String> ROLES = Set.of("owner", "technician");

    private final ReadRegistrations registrations;
    private final RelyingParties relyingParties;

    public OwnServices(ReadRegistrations registrations, RelyingParties relyingParties) {
        this.registrations = registrations;
        this.relyingParties = relyingParties;
    }

    /**
     * One of them.
     *
     * @throws ResponseStatusException 404 if it is not live or not theirs
     */
    public RelyingParty live(StaffMember member, String clientId) {
        try {
            ClientId id = new ClientId(clientId);
            var _ = registrations.find(Scope.of(member.parts(ROLES)), id);
            return relyingParties.findLive(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException | RegistrationRefusedException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
