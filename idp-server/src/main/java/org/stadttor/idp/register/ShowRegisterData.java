// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import java.util.Optional;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.relyingparty.ClientId;
import tools.jackson.databind.node.ObjectNode;

/** Shows a registration as the register does or would, in every state and stage, to the people of its part of the tree. */
public final class ShowRegisterData {

    private final ReadRegistrations registrations;
    private final DossierRules rules;
    private final WalletRelyingParties parties;

    public ShowRegisterData(ReadRegistrations registrations, DossierRules rules, WalletRelyingParties parties) {
        this.registrations = registrations;
        this.rules = rules;
        this.parties = parties;
    }

    /**
     * The WalletRelyingParty of what is live, or else of what was written last; nothing, if that is incomplete.
     *
     * @throws org.stadttor.idp.registration.RegistrationRefusedException {@code not_found}
     */
    public Optional<ObjectNode> show(Scope scope, ClientId clientId) {
        ServiceRegistration registration = registrations.find(scope, clientId);
        DossierDraft dossier = registration
                .live()
                .map(RegistrationVersion::dossier)
                .orElseGet(() -> registration.latest().dossier());
        return rules.check(dossier).isEmpty()
                ? Optional.of(
                        parties.entry(registration, rules.require(dossier)).document())
                : Optional.empty();
    }
}
