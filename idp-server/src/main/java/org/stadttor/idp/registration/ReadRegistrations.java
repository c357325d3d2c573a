// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/** What can be read of registrations, each person within their part of the tree. */
public final class ReadRegistrations {

    private final ServiceRegistrations registrations;

    public ReadRegistrations(ServiceRegistrations registrations) {
        this.registrations = registrations;
    }

    /**
     * One registration with all its versions.
     *
     * @throws RegistrationRefusedException if there is none in this scope
     */
    public ServiceRegistration find(Scope scope, ClientId clientId) {
        return registrations
                .find(clientId)
                .filter(registration -> scope.includes(registration.unit()))
                .orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_FOUND));
    }

    /**
     * What changed between two versions; 0 stands for nothing at all.
     *
     * @throws RegistrationRefusedException if there is no such registration or version in this scope
     */
    public DossierDiff diff(Scope scope, ClientId clientId, int from, int to) {
        ServiceRegistration registration = find(scope, clientId);
        return DossierDiff.between(dossier(registration, from), dossier(registration, to));
    }

    /** A page of a list, sorted by name. */
    public Page<RegistrationSummary> search(Scope scope, RegistrationQuery query) {
        return registrations.search(scope, query);
    }

    private static DossierDraft dossier(ServiceRegistration registration, int number) {
        if (number == 0) {
            return DossierDraft.empty();
        }
        return registration
                .version(number)
                .map(RegistrationVersion::dossier)
                .orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_FOUND));
    }
}
