// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Map;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.testing.TestDatabase;

/** One node with one unit, for every test about registrations; it lives as long as the tests do. */
public final class RegistrationRoom {

    public static final UnitPath UNIT = new UnitPath("/de/");
    public static final ActingPerson OWNER = new ActingPerson("owner", Scope.of("/de/"));
    public static final ActingPerson REGISTRAR = new ActingPerson("registrar", Scope.everything());

    private static final class Started {
        static final TestIdp IDP = start();
    }

    private RegistrationRoom() {}

    public static TestIdp idp() {
        return Started.IDP;
    }

    private static TestIdp start() {
        TestIdp idp = TestIdp.start(TestDatabase.create(), TestIdp.registrar());
        idp.bean(AddUnit.class)
                .add(new AddUnit.Command(
                        REGISTRAR, UNIT, UnitKind.BUND, Map.of("de", "Bund"), TestDossiers.organisation()));
        return idp;
    }

    /** A sandbox registration that is live. */
    public static ServiceRegistration live(DossierDraft dossier) {
        return submit(
                idp().bean(SaveDraft.class).save(new SaveDraft.Command.New(OWNER, null, Stage.SANDBOX, UNIT, dossier)));
    }

    /** The same with another dossier. */
    public static ServiceRegistration change(ServiceRegistration known, DossierDraft dossier) {
        return submit(idp().bean(SaveDraft.class)
                .save(new SaveDraft.Command.Edit(OWNER, known.clientId(), known.revision(), dossier)));
    }

    public static ServiceRegistration submit(ServiceRegistration draft) {
        return idp().bean(SubmitRegistration.class).submit(OWNER, draft.clientId(), draft.revision());
    }
}
