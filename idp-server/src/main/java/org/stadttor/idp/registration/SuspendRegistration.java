// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/** Use case: one person takes a live registration out of service, at once. */
public final class SuspendRegistration {

    private final Changes changes;

    public SuspendRegistration(Changes changes) {
        this.changes = changes;
    }

    /**
     * Suspends.
     *
     * @param reason told to the agency; at most 1,000 characters
     * @throws RegistrationRefusedException if it is not live, or there is no reason
     */
    public ServiceRegistration suspend(ActingPerson person, ClientId clientId, String reason) {
        String why = DecideRegistration.requireReason(reason);
        return changes.change(person, clientId, (known, now) -> {
            if (known.state() != RegistrationState.LIVE) {
                throw new RegistrationRefusedException(Reason.NOT_IN_THIS_STATE);
            }
            return new Changed(Transitions.suspend(known, why), "suspended");
        });
    }
}
