// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/** Use case: copies a sandbox registration into a new draft for production, with a client id of its own. */
public final class PromoteToProduction {

    private final Changes changes;
    private final ClientIds clientIds;

    public PromoteToProduction(Changes changes, ClientIds clientIds) {
        this.changes = changes;
        this.clientIds = clientIds;
    }

    /**
     * Copies the live version, or the newest if none is live.
     *
     * @return the new registration, a draft
     * @throws RegistrationRefusedException if there is no such sandbox registration
     */
    public ServiceRegistration promote(ActingPerson person, ClientId sandbox) {
        ServiceRegistration known = changes.find(person, sandbox);
        if (known.stage() != Stage.SANDBOX) {
            throw new RegistrationRefusedException(Reason.NOT_IN_THIS_STATE);
        }
        RegistrationVersion copied = known.live().orElseGet(known::latest);
        // In the sandbox nobody has looked at what came before, so whoever wrote any of it cannot decide it now.
        Set<String> contributors = new HashSet<>();
        known.versions().forEach(version -> contributors.addAll(version.contributors()));
        contributors.add(person.id());
        Instant now = changes.now();
        RegistrationVersion first = RegistrationVersion.draft(1, copied.dossier(), person.id(), contributors, now);
        return changes.add(
                person,
                new Changed(
                        Transitions.begin(clientIds.next(), Stage.PRODUCTION, known.unit(), first, sandbox, now),
                        "promoted",
                        Map.of("from", sandbox.value())));
    }
}
