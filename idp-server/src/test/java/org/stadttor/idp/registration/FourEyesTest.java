// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;
import tools.jackson.databind.node.ObjectNode;

/**
 * Three people do whatever comes to their minds with one production registration. After each step the rules of two people
 * are checked from outside: by a model that knows only who typed what and who approved what.
 */
class FourEyesTest {

    private static final List<ActingPerson> PEOPLE = List.of(person("anna"), person("bernd"), person("clara"));
    private static final int STEPS = 60;

    private final TestIdp idp = RegistrationRoom.idp();

    /** Which person typed which sector (a sensitive field) first, and who approved it. */
    private final Map<String, String> typedBy = new HashMap<>();

    private final Map<String, Set<String>> approvedBy = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobody_brings_a_sensitive_change_to_life_alone(long seed) {
        Random random = new Random(seed);
        ServiceRegistration begun = idp.bean(SaveDraft.class)
                .save(new SaveDraft.Command.New(
                        PEOPLE.getFirst(),
                        null,
                        Stage.PRODUCTION,
                        RegistrationRoom.UNIT,
                        dossier("s0.example", "Dienst")));
        typedBy.put("s0.example", PEOPLE.getFirst().id());
        int changes = 0;
        for (int step = 1; step <= STEPS; step++) {
            ActingPerson person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            ServiceRegistration before = read(begun.clientId());
            Optional<String> sectorBefore = liveSector(begun.clientId());
            int act = random.nextInt(13);
            try {
                act(act, person, before, "s" + step + ".example", random);
            } catch (RegistrationRefusedException e) {
                assertThat(read(begun.clientId()))
                        .as("a refusal changes nothing")
                        .isEqualTo(before);
                continue;
            }
            ServiceRegistration after = read(begun.clientId());
            changes++;
            assertThat(after.revision()).isGreaterThan(before.revision());
            assertThat(after.versions().size())
                    .as("versions are kept")
                    .isGreaterThanOrEqualTo(before.versions().size());
            Optional<String> sectorAfter = liveSector(begun.clientId());
            if (sectorAfter.isPresent() && !sectorAfter.equals(sectorBefore)) {
                String sector = sectorAfter.get();
                assertThat(approvedBy.getOrDefault(sector, Set.of()))
                        .as("%s is live and was approved by somebody else than %s", sector, typedBy.get(sector))
                        .isNotEmpty()
                        .doesNotContain(typedBy.getOrDefault(sector, ""));
            }
            if (before.state() == RegistrationState.SUSPENDED && after.state() == RegistrationState.LIVE) {
                assertThat(before.resumption()).isNotNull();
                assertThat(before.resumption().requestedBy()).isNotEqualTo(person.id());
            }
            assertThat(after.state() == RegistrationState.SUSPENDED && sectorAfter.isPresent())
                    .isFalse();
        }
        assertThat(changes).as("something happened at all").isGreaterThan(5);
    }

    private void act(int act, ActingPerson person, ServiceRegistration known, String fresh, Random random) {
        ClientId id = known.clientId();
        String hash = known.latest().hash();
        String sector = known.latest().dossier().sector();
        switch (act) {
            case 0 -> {
                idp.bean(SaveDraft.class)
                        .save(new SaveDraft.Command.Edit(person, id, known.revision(), dossier(fresh, "Dienst")));
                typedBy.put(fresh, person.id());
            }
            case 1 ->
                idp.bean(SaveDraft.class)
                        .save(new SaveDraft.Command.Edit(
                                person, id, known.revision(), dossier(sector, "Dienst " + fresh)));
            case 2, 3, 4 -> idp.bean(SubmitRegistration.class).submit(person, id, known.revision());
            case 5, 6, 7 -> {
                idp.bean(DecideRegistration.class).decide(new DecideRegistration.Command.Approve(person, id, hash));
                approvedBy.computeIfAbsent(sector, s -> new HashSet<>()).add(person.id());
            }
            case 8, 9 -> idp.bean(GoLive.class).goLive(person, id, hash);
            case 10 ->
                idp.bean(RollBack.class)
                        .rollBack(
                                person,
                                id,
                                known.revision(),
                                1 + random.nextInt(known.versions().size()));
            case 11 -> idp.bean(SuspendRegistration.class).suspend(person, id, "Probe");
            default -> idp.bean(ResumeRegistration.class).resume(person, id);
        }
    }

    private ServiceRegistration read(ClientId id) {
        return idp.bean(ReadRegistrations.class).find(Scope.everything(), id);
    }

    private Optional<String> liveSector(ClientId id) {
        return idp.bean(RelyingParties.class).findLive(id).map(RelyingParty::sector);
    }

    private static DossierDraft dossier(String sector, String name) {
        return TestDossiers.with(json -> {
            json.put("sector", sector);
            ((ObjectNode) json.get("names")).put("de", name);
            json.putArray("redirect_uris").add("http://localhost:8099/callback");
            return json;
        });
    }

    private static ActingPerson person(String id) {
        return new ActingPerson(id, Scope.everything());
    }
}
