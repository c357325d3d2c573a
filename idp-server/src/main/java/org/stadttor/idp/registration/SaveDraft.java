// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.OrganisationUnits;
import org.stadttor.idp.organisation.ReadUnits;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * Use case: saves a dossier as a new version, half filled or complete. A submission of an earlier version is withdrawn by
 * it; what is live stays live.
 */
public final class SaveDraft {

    /** What to save. */
    public sealed interface Command {

        ActingPerson person();

        DossierDraft dossier();

        /**
         * For a registration that does not exist yet.
         *
         * @param clientId null to have one made
         */
        record New(ActingPerson person, @Nullable ClientId clientId, Stage stage, UnitPath unit, DossierDraft dossier)
                implements Command {}

        /**
         * For one that exists.
         *
         * @param revision the one the person has seen
         */
        record Edit(ActingPerson person, ClientId clientId, long revision, DossierDraft dossier) implements Command {}
    }

    private final Changes changes;
    private final OrganisationUnits units;
    private final DossierRules rules;
    private final RegistrationPolicy policy;
    private final ClientIds clientIds;

    public SaveDraft(
            Changes changes,
            OrganisationUnits units,
            DossierRules rules,
            RegistrationPolicy policy,
            ClientIds clientIds) {
        this.changes = changes;
        this.units = units;
        this.rules = rules;
        this.policy = policy;
        this.clientIds = clientIds;
    }

    /**
     * Saves. What is empty in the dossier is taken from the organisation and from the defaults.
     *
     * @throws RegistrationRefusedException if the person may not, or somebody else was faster
     */
    public ServiceRegistration save(Command command) {
        return switch (command) {
            case Command.New create -> create(create);
            case Command.Edit edit ->
                changes.change(edit.person(), edit.clientId(), (known, now) -> {
                    Changes.requireRevision(known, edit.revision());
                    DossierDraft dossier = filled(known.unit(), edit.dossier());
                    return new Changes.Changed(
                            Transitions.draft(known, dossier, edit.person().id(), Set.of(), now), "draft-saved");
                });
        };
    }

    private ServiceRegistration create(Command.New create) {
        policy.requireOffered(create.stage());
        if (units.find(create.unit()).isEmpty()) {
            throw new RegistrationRefusedException(Reason.NOT_FOUND);
        }
        ClientId clientId = create.clientId() == null ? clientIds.next() : create.clientId();
        ClientIds.requireUnreserved(clientId);
        String author = create.person().id();
        RegistrationVersion first = RegistrationVersion.draft(
                1, filled(create.unit(), create.dossier()), author, Set.of(author), changes.now());
        return changes.add(
                create.person(),
                new Changes.Changed(
                        Transitions.begin(clientId, create.stage(), create.unit(), first, null, changes.now()),
                        "begun",
                        Map.of(
                                "stage",
                                create.stage().code(),
                                "unit",
                                create.unit().value())));
    }

    /** With what is empty taken from the organisation and from the defaults. */
    DossierDraft filled(UnitPath unit, DossierDraft dossier) {
        return rules.withDefaults(dossier.prefilled(new ReadUnits(units).effectiveDetails(unit)));
    }
}
