// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Optional;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.relyingparty.ClientId;

/** The stored registrations with all their versions. */
public interface ServiceRegistrations {

    Optional<ServiceRegistration> find(ClientId clientId);

    /** The same, locked until the end of the caller's transaction. */
    Optional<ServiceRegistration> findForChange(ClientId clientId);

    /** Stores a new registration; false if the client id is taken, by whatever kind of relying party. */
    boolean add(ServiceRegistration registration);

    /** Stores a change, with what logins read; false if it no longer has the revision it was read with. */
    boolean change(ServiceRegistration registration, long revision);

    /** Sorted by name, then client id. */
    Page<RegistrationSummary> search(Scope scope, RegistrationQuery query);
}
