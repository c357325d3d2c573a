// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Map;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.registration.Changes.Changed;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/** Use case: an approved version becomes what logins read. */
public final class GoLive {

    private final Changes changes;
    private final DossierRules rules;

    public GoLive(Changes changes, DossierRules rules) {
        this.changes = changes;
        this.rules = rules;
    }

    /**
     * Goes live.
     *
     * @param hash {@link RegistrationVersion#hash()} of the approved version
     * @throws RegistrationRefusedException if nothing or something else is approved, or it is suspended
     */
    public ServiceRegistration goLive(ActingPerson person, ClientId clientId, String hash) {
        return changes.change(person, clientId, (known, now) -> {
            RegistrationVersion approved = known.open()
                    .filter(version -> version.state() == VersionState.APPROVED)
                    .orElseThrow(() -> new RegistrationRefusedException(Reason.NOT_IN_THIS_STATE));
            if (!approved.hash().equals(hash)) {
                throw new RegistrationRefusedException(Reason.HASH_MISMATCH);
            }
            rules.require(approved.dossier());
            return new Changed(
                    Transitions.goLive(known, approved),
                    "live",
                    Map.of("version", Integer.toString(approved.number())));
        });
    }
}
