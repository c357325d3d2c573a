// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.OrganisationUnits;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.registration.RegistrationRefusedException.Reason;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.InvalidRegistrationException;
import org.stadttor.idp.relyingparty.RegisterRelyingParty;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.SuspendRelyingParty;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The life cycle over a real database. */
class LifeCycleTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final ActingPerson OWNER = RegistrationRoom.OWNER;
    private static final ActingPerson REGISTRAR = RegistrationRoom.REGISTRAR;

    private static TestIdp idp;

    @BeforeAll
    static void start() {
        idp = RegistrationRoom.idp();
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

    @Test
    void a_new_name_is_live_at_once_and_a_new_address_is_not() {
        ServiceRegistration live = production();
        ServiceRegistration renamed = edit(live, json -> name(json, "Neuer Name"));
        ServiceRegistration submitted = RegistrationRoom.submit(renamed);
        assertThat(submitted.open()).isEmpty();
        assertThat(idp.bean(RelyingParties.class)
                        .findLive(live.clientId())
                        .orElseThrow()
                        .names())
                .containsEntry("de", "Neuer Name");
        ServiceRegistration moved = edit(submitted, json -> {
            json.putArray("redirect_uris").add("http://localhost:8099/elsewhere");
            return json;
        });
        ServiceRegistration waiting = RegistrationRoom.submit(moved);
        assertThat(waiting.state()).isEqualTo(RegistrationState.LIVE);
        assertThat(waiting.open()).map(RegistrationVersion::state).contains(VersionState.SUBMITTED);
        assertThat(waiting.diffToLive(waiting.latest()).changes())
                .extracting(DossierDiff.Change::field, DossierDiff.Change::sensitive)
                .containsOnly(tuple("redirect_uris", true));
        assertThat(idp.bean(RelyingParties.class)
                        .findLive(live.clientId())
                        .orElseThrow()
                        .redirectUris())
                .hasToString("[http://localhost:8099/callback]");
    }

    @Test
    void two_people_who_edit_lose_nothing_silently() {
        ServiceRegistration live = production();
        ServiceRegistration mine = edit(live, json -> name(json, "Meins"));
        refused(Reason.CHANGED_MEANWHILE, () -> edit(live, json -> name(json, "Deins")));
        refused(
                Reason.CHANGED_MEANWHILE,
                () -> idp.bean(SubmitRegistration.class).submit(OWNER, live.clientId(), live.revision()));
        assertThat(idp.bean(ReadRegistrations.class)
                        .find(Scope.everything(), live.clientId())
                        .latest()
                        .dossier()
                        .names())
                .containsEntry("de", "Meins");
        assertThat(mine.versions()).hasSize(2);
    }

    @Test
    void a_rejection_says_why_and_a_new_draft_follows() {
        ServiceRegistration submitted = RegistrationRoom.submit(begin(Stage.PRODUCTION, local()));
        String hash = submitted.latest().hash();
        DecideRegistration decide = idp.bean(DecideRegistration.class);
        refused(
                Reason.REASON_MISSING,
                () -> decide.decide(new DecideRegistration.Command.Reject(REGISTRAR, submitted.clientId(), hash, " ")));
        ServiceRegistration rejected = decide.decide(
                new DecideRegistration.Command.Reject(REGISTRAR, submitted.clientId(), hash, "Zweck unklar"));
        assertThat(rejected.state()).isEqualTo(RegistrationState.DRAFT);
        assertThat(rejected.latest().decision()).isNotNull().satisfies(decision -> {
            assertThat(decision.approved()).isFalse();
            assertThat(decision.reason()).isEqualTo("Zweck unklar");
        });
        ServiceRegistration again = edit(rejected, json -> name(json, "Klarer"));
        assertThat(again.open()).map(RegistrationVersion::number).contains(2);
    }

    @Test
    void an_unproved_domain_is_not_approved() {
        ServiceRegistration submitted = RegistrationRoom.submit(begin(Stage.PRODUCTION, TestDossiers.least()));
        assertThatThrownBy(() -> idp.bean(DecideRegistration.class)
                        .decide(new DecideRegistration.Command.Approve(
                                REGISTRAR,
                                submitted.clientId(),
                                submitted.latest().hash())))
                .isInstanceOfSatisfying(RegistrationRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.DOMAIN_NOT_PROVED);
                    assertThat(e.errors()).extracting(FieldError::field).containsExactly("portal.example");
                });
    }

    @Test
    void a_suspended_registration_comes_back_by_two_people_only() {
        ServiceRegistration live = production();
        ClientId id = live.clientId();
        refused(Reason.REASON_MISSING, () -> idp.bean(SuspendRegistration.class).suspend(OWNER, id, ""));
        idp.bean(SuspendRegistration.class).suspend(OWNER, id, "Schlüssel verloren");
        assertThat(idp.bean(RelyingParties.class).findLive(id)).isEmpty();
        ServiceRegistration asked = idp.bean(ResumeRegistration.class).resume(OWNER, id);
        assertThat(asked.state()).isEqualTo(RegistrationState.SUSPENDED);
        refused(
                Reason.SECOND_PERSON_NEEDED,
                () -> idp.bean(ResumeRegistration.class).resume(OWNER, id));
        ServiceRegistration waiting = RegistrationRoom.submit(edit(asked, json -> name(json, "Währenddessen")));
        assertThat(waiting.open()).map(RegistrationVersion::state).contains(VersionState.SUBMITTED);
        assertThat(idp.bean(RelyingParties.class).findLive(id)).isEmpty();
        assertThat(idp.bean(ResumeRegistration.class).resume(REGISTRAR, id).state())
                .isEqualTo(RegistrationState.LIVE);
        assertThat(idp.bean(RelyingParties.class).findLive(id)).isPresent();
    }

    @Test
    void suspending_past_the_life_cycle_is_not_undone_by_a_new_name() {
        ServiceRegistration live = production();
        idp.bean(SuspendRelyingParty.class).suspend(live.clientId(), "test");
        ServiceRegistration suspended = idp.bean(ReadRegistrations.class).find(Scope.everything(), live.clientId());
        assertThat(suspended.state()).isEqualTo(RegistrationState.SUSPENDED);
        RegistrationRoom.submit(edit(suspended, json -> name(json, "Harmlos")));
        assertThat(idp.bean(RelyingParties.class).findLive(live.clientId())).isEmpty();
    }

    @Test
    void a_retired_registration_stays_readable_and_can_do_nothing() {
        ServiceRegistration live = production();
        idp.bean(RetireRegistration.class).retire(OWNER, live.clientId());
        assertThat(idp.bean(RelyingParties.class).findLive(live.clientId())).isEmpty();
        refused(Reason.RETIRED, () -> idp.bean(RetireRegistration.class).retire(OWNER, live.clientId()));
        refused(Reason.RETIRED, () -> idp.bean(ResumeRegistration.class).resume(REGISTRAR, live.clientId()));
        assertThat(idp.bean(ReadRegistrations.class)
                        .find(Scope.everything(), live.clientId())
                        .versions())
                .hasSize(1);
    }

    @Test
    void nothing_that_was_taken_out_comes_back_by_a_document() {
        String keys = "\"jwks\":{\"keys\":[" + TestDossiers.KEY.toPublicJWK().toJSONString() + "]}";
        ServiceRegistration live = RegistrationRoom.live(TestDossiers.least());
        for (String id : List.of(live.clientId().value(), "by-document")) {
            String document =
                    TestRelyingParty.document(id, keys, "transient", TestRelyingParty.REDIRECT_URI, "family_name");
            RegisterRelyingParty.Command command = new RegisterRelyingParty.Command(document, "test");
            if (id.equals("by-document")) {
                idp.bean(RegisterRelyingParty.class).register(command);
                idp.bean(RegisterRelyingParty.class).register(command);
                idp.bean(SuspendRelyingParty.class).suspend(new ClientId(id), "test");
            }
            assertThatThrownBy(() -> idp.bean(RegisterRelyingParty.class).register(command))
                    .isInstanceOfSatisfying(
                            InvalidRegistrationException.class,
                            e -> assertThat(e.reason()).isEqualTo(InvalidRegistrationException.Reason.NOT_CHANGEABLE));
        }
        assertThat(idp.bean(RelyingParties.class).findLive(new ClientId("by-document")))
                .isEmpty();
    }

    @Test
    void an_old_version_becomes_a_new_draft() {
        ServiceRegistration live = production();
        ServiceRegistration renamed = RegistrationRoom.submit(edit(live, json -> name(json, "Zweiter")));
        ServiceRegistration back = idp.bean(RollBack.class).rollBack(OWNER, live.clientId(), renamed.revision(), 1);
        assertThat(back.latest().dossier()).isEqualTo(live.latest().dossier());
        assertThat(back.versions()).hasSize(3);
        assertThat(idp.bean(ReadRegistrations.class)
                        .diff(Scope.everything(), live.clientId(), 1, 2)
                        .changes())
                .containsExactly(new DossierDiff.Change("names.de", "Wohnsitz ummelden", "Zweiter", false));
    }

    @Test
    void a_sandbox_registration_is_promoted_without_retyping() {
        ServiceRegistration sandbox = RegistrationRoom.live(local());
        ServiceRegistration promoted = idp.bean(PromoteToProduction.class).promote(REGISTRAR, sandbox.clientId());
        assertThat(promoted.stage()).isEqualTo(Stage.PRODUCTION);
        assertThat(promoted.state()).isEqualTo(RegistrationState.DRAFT);
        assertThat(promoted.clientId()).isNotEqualTo(sandbox.clientId());
        assertThat(promoted.latest().dossier()).isEqualTo(sandbox.latest().dossier());
        assertThat(promoted.latest().isBy(OWNER.id())).isTrue();
    }

    @Test
    void nobody_decides_what_came_into_the_sandbox_by_them() {
        ServiceRegistration sandbox = RegistrationRoom.live(local());
        ActingPerson other = new ActingPerson("other", OWNER.scope());
        ServiceRegistration renamed = idp.bean(SaveDraft.class)
                .save(new SaveDraft.Command.Edit(
                        other,
                        sandbox.clientId(),
                        sandbox.revision(),
                        sandbox.latest().dossier()));
        idp.bean(SubmitRegistration.class).submit(other, renamed.clientId(), renamed.revision());
        ServiceRegistration promoted = idp.bean(PromoteToProduction.class).promote(other, sandbox.clientId());
        assertThat(promoted.latest().isBy(OWNER.id())).isTrue();
    }

    @Test
    void takes_a_place_in_a_list_that_is_none_for_its_beginning() {
        RegistrationRoom.live(local());
        String nothing = Base64.getUrlEncoder().encodeToString("\u0000\n\u0000".getBytes(StandardCharsets.UTF_8));
        RegistrationQuery query = new RegistrationQuery("", null, Set.of(), false, nothing, 10);
        assertThat(idp.bean(ReadRegistrations.class)
                        .search(OWNER.scope(), query)
                        .items())
                .isNotEmpty();
        assertThat(idp.bean(OrganisationUnits.class)
                        .search(OWNER.scope(), "", "\u0000", 10)
                        .items())
                .isNotEmpty();
    }

    @Test
    void keys_are_renewed_after_the_last_has_come_to_its_end() {
        ServiceRegistration live = RegistrationRoom.live(local());
        DossierDraft good = live.latest().dossier();
        ObjectNode expired = (ObjectNode) JSON.readTree(good.toJson());
        expired.get("keys").forEach(key -> ((ObjectNode) key).put("expires_at", "2020-01-01"));
        int changed = idp.bean(JdbcClient.class)
                .sql("UPDATE idp.registration_version SET dossier = ? WHERE client_id = ?")
                .params(expired.toString(), live.clientId().value())
                .update();
        assertThat(changed).isEqualTo(1);
        ServiceRegistration renewed = RegistrationRoom.change(live, good);
        assertThat(renewed.live().orElseThrow().number()).isEqualTo(2);
        assertThat(renewed.live().orElseThrow().dossier()).isEqualTo(good);
    }

    @Test
    void nobody_writes_versions_without_end() {
        ServiceRegistration known = begin(Stage.PRODUCTION, local());
        DossierDraft dossier = known.latest().dossier();
        for (int version = 2; version <= Transitions.VERSIONS_A_DAY; version++) {
            known = idp.bean(SaveDraft.class)
                    .save(new SaveDraft.Command.Edit(OWNER, known.clientId(), known.revision(), dossier));
        }
        ServiceRegistration full = known;
        refused(
                Reason.TOO_MANY_VERSIONS,
                () -> idp.bean(SaveDraft.class)
                        .save(new SaveDraft.Command.Edit(OWNER, full.clientId(), full.revision(), dossier)));
        refused(
                Reason.TOO_MANY_VERSIONS,
                () -> idp.bean(RollBack.class).rollBack(OWNER, full.clientId(), full.revision(), 1));
    }

    @Test
    void nobody_sees_or_changes_the_part_of_others() {
        ServiceRegistration live = production();
        ActingPerson stranger = new ActingPerson("stranger", Scope.of("/at/"));
        refused(Reason.NOT_FOUND, () -> idp.bean(ReadRegistrations.class).find(stranger.scope(), live.clientId()));
        refused(Reason.NOT_FOUND, () -> idp.bean(SuspendRegistration.class).suspend(stranger, live.clientId(), "x"));
        refused(Reason.NOT_FOUND, () -> idp.bean(RetireRegistration.class).retire(stranger, live.clientId()));
        assertThat(idp.bean(ReadRegistrations.class)
                        .search(stranger.scope(), RegistrationQuery.all(10))
                        .items())
                .isEmpty();
        assertThat(idp.bean(ReadRegistrations.class)
                        .search(Scope.of(), RegistrationQuery.all(10))
                        .items())
                .isEmpty();
    }

    /** A production registration that is live. */
    private static ServiceRegistration production() {
        ServiceRegistration submitted = RegistrationRoom.submit(begin(Stage.PRODUCTION, local()));
        String hash = submitted.latest().hash();
        idp.bean(DecideRegistration.class)
                .decide(new DecideRegistration.Command.Approve(REGISTRAR, submitted.clientId(), hash));
        return idp.bean(GoLive.class).goLive(OWNER, submitted.clientId(), hash);
    }

    private static ServiceRegistration edit(ServiceRegistration known, UnaryOperator<ObjectNode> change) {
        DossierDraft dossier = DossierDraft.parse(change.apply((ObjectNode)
                        TestRelyingParty.JSON.readTree(known.latest().dossier().toJson()))
                .toString());
        return idp.bean(SaveDraft.class)
                .save(new SaveDraft.Command.Edit(OWNER, known.clientId(), known.revision(), dossier));
    }

    private static ObjectNode name(ObjectNode json, String name) {
        ((ObjectNode) json.get("names")).put("de", name);
        return json;
    }

    /** A host that needs no proof. */
    private static DossierDraft local() {
        return TestDossiers.with(json -> {
            json.putArray("redirect_uris").add("http://localhost:8099/callback");
            return json;
        });
    }

    private static ServiceRegistration begin(Stage stage, DossierDraft dossier) {
        return idp.bean(SaveDraft.class)
                .save(new SaveDraft.Command.New(OWNER, null, stage, RegistrationRoom.UNIT, dossier));
    }

    private static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RegistrationRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
