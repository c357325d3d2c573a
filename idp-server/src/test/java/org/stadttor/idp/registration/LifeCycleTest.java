// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.testing.TestDatabase;

/** The life cycle over a real database. */
class LifeCycleTest {

    private static final UnitPath CITY = new UnitPath("/de/");
    private static final ActingPerson OWNER = new ActingPerson("owner", Scope.of("/de/"));
    private static final ActingPerson REGISTRAR = new ActingPerson("registrar", Scope.everything());

    private static TestIdp idp;

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        idp.bean(AddUnit.class)
                .add(new AddUnit.Command(
                        REGISTRAR, CITY, UnitKind.BUND, Map.of("de", "Bund"), TestDossiers.organisation()));
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void a_sandbox_registration_is_live_when_it_is_submitted() {
        ServiceRegistration draft = begin(Stage.SANDBOX, TestDossiers.least());
        ServiceRegistration live = idp.bean(SubmitRegistration.class).submit(OWNER, draft.clientId(), draft.revision());
        assertThat(live.state()).isEqualTo(RegistrationState.LIVE);
        assertThat(idp.bean(RelyingParties.class).findLive(draft.clientId())).isPresent();
        assertThat(idp.bean(ReadRegistrations.class).find(Scope.everything(), draft.clientId()))
                .isEqualTo(live);
    }

    @Test
    void a_production_registration_needs_a_second_person() {
        ServiceRegistration draft = begin(Stage.PRODUCTION, local());
        ServiceRegistration submitted =
                idp.bean(SubmitRegistration.class).submit(OWNER, draft.clientId(), draft.revision());
        assertThat(submitted.state()).isEqualTo(RegistrationState.SUBMITTED);
        String hash = submitted.latest().hash();
        DecideRegistration decide = idp.bean(DecideRegistration.class);
        refused(
                Reason.SECOND_PERSON_NEEDED,
                () -> decide.decide(new DecideRegistration.Command.Approve(OWNER, draft.clientId(), hash)));
        refused(
                Reason.HASH_MISMATCH,
                () -> decide.decide(new DecideRegistration.Command.Approve(REGISTRAR, draft.clientId(), "other")));
        refused(Reason.NOT_IN_THIS_STATE, () -> idp.bean(GoLive.class).goLive(OWNER, draft.clientId(), hash));
        decide.decide(new DecideRegistration.Command.Approve(REGISTRAR, draft.clientId(), hash));
        assertThat(idp.bean(RelyingParties.class).findLive(draft.clientId())).isEmpty();
        idp.bean(GoLive.class).goLive(OWNER, draft.clientId(), hash);
        assertThat(idp.bean(RelyingParties.class).findLive(draft.clientId())).isPresent();
    }

    /** A host that needs no proof. */
    private static DossierDraft local() {
        return TestDossiers.with(json -> {
            json.putArray("redirect_uris").add("http://localhost:8099/callback");
            return json;
        });
    }

    private static ServiceRegistration begin(Stage stage, DossierDraft dossier) {
        return idp.bean(SaveDraft.class).save(new SaveDraft.Command.New(OWNER, null, stage, CITY, dossier));
    }

    private static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RegistrationRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
