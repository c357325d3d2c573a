// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.KeyDraft;
import org.stadttor.idp.registration.PastedKeys;
import org.stadttor.idp.registration.RegistrationPolicy;
import org.stadttor.idp.registration.SaveDraft;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.SubmitRegistration;
import org.stadttor.idp.relyingparty.ClientId;

/** Saving what a form says, and handing it in with the same button. */
public final class Drafts {

    private final SaveDraft save;
    private final SubmitRegistration submit;
    private final DossierRules rules;
    private final RegistrationPolicy policy;
    private final PastedKeys pasting;

    public Drafts(
            SaveDraft save,
            SubmitRegistration submit,
            DossierRules rules,
            RegistrationPolicy policy,
            PastedKeys pasting) {
        this.save = save;
        this.submit = submit;
        this.rules = rules;
        this.policy = policy;
        this.pasting = pasting;
    }

    /** The keys of a form. */
    KeyForm keys(FormFields form, List<KeyDraft> before) {
        return KeyForm.read(form, before, pasting);
    }

    /** Every field that is wrong. */
    List<FieldError> check(DossierDraft dossier) {
        return rules.check(dossier);
    }

    /** Where a new service begins. */
    Stage firstStage() {
        return policy.sandbox() ? Stage.SANDBOX : Stage.PRODUCTION;
    }

    /** Whether a form need not ask for the organisation. */
    boolean organisationIsComplete(UnitDetails details) {
        return rules.check(DossierDraft.empty().prefilled(details)).stream()
                .noneMatch(error -> DossierPart.ORGANISATION.owns(error.field()));
    }

    ServiceRegistration begin(
            ActingPerson person, Stage stage, UnitPath unit, DossierDraft dossier, boolean andSubmit) {
        ServiceRegistration begun = save.save(new SaveDraft.Command.New(person, null, stage, unit, dossier));
        return andSubmit ? submit.submit(person, begun.clientId(), begun.revision()) : begun;
    }

    /** A change by somebody who may change it; handing in is left to whoever may do that. */
    ServiceRegistration edit(
            ActingPerson person, ClientId clientId, long revision, DossierDraft dossier, boolean andSubmit) {
        ServiceRegistration edited = save.save(new SaveDraft.Command.Edit(person, clientId, revision, dossier));
        return andSubmit ? submit.submit(person, clientId, edited.revision()) : edited;
    }
}
