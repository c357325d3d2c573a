// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.relyingparty.ClientId;

/** Use case: ends a registration for good; its versions stay readable. */
public final class RetireRegistration {

    private final Changes changes;

    public RetireRegistration(Changes changes) {
        this.changes = changes;
    }

    /**
     * Retires, from whatever state.
     *
     * @throws RegistrationRefusedException if it is retired already
     */
    public ServiceRegistration retire(ActingPerson person, ClientId clientId) {
        return changes.change(person, clientId, (known, now) -> new Changed(Transitions.retire(known), "retired"));
    }
}
