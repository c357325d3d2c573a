// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Map;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/** Use case: makes a new draft out of an old version; it goes the same way as any other draft. */
public final class RollBack {

    private final Changes changes;

    public RollBack(Changes changes) {
        this.changes = changes;
    }

    /**
     * Copies.
     *
     * @param revision the one the person has seen
     * @param number of the old version
     * @throws RegistrationRefusedException if there is no such version, or somebody else was faster
     */
    public ServiceRegistration rollBack(ActingPerson person, ClientId clientId, long revision, int number) {
        return changes.change(person, clientId, (known, now) -> {
            Changes.requireRevision(known, revision);
            RegistrationVersion old =
                    known.version(number).orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_FOUND));
            return new Changed(
                    Transitions.draft(known, old.dossier(), person.id(), old.contributors(), now),
                    "rolled-back",
                    Map.of("version", Integer.toString(number)));
        });
    }
}
