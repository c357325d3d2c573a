// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.SignOutEverywhere;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.passkey.PasskeyPeople.Person;
import org.stadttor.staff.testing.PasskeyPage;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;
import org.stadttor.testing.SoftwareAuthenticator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One act, confirmed by the passkey of the person who does it: over real HTTP, on two nodes, with hostile people. */
class ConfirmationTest {

    private static final String ACT = "/staff/passkeys/new";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORIGIN = "http://localhost:18090";

    private static TestStaff staff;
    private static TestStaff otherNode;
    private static PasskeyPeople people;

    @BeforeAll
    static void start() {
        TestStaff.Place place = TestStaff.Place.create();
        String address = "--test.staff.public-address=" + ORIGIN;
        staff = TestStaff.start(place, address);
        otherNode = TestStaff.start(place, address);
        people = new PasskeyPeople(staff, ORIGIN);
    }

    @AfterAll
    static void stop() {
        staff.close();
        otherNode.close();
    }

    @Test
    void accepts_the_passkey_of_the_person() {
        Person erika = people.join("Erika Eins");
        HttpResponse<String> list = erika.browser().get("/staff/passkeys");
        assertThat(new PasskeyPage(list).options().required("allowCredentials").size())
                .isEqualTo(1);
        assertThat(new PasskeyPage(list).options().required("userVerification").stringValue())
                .isEqualTo("required");
        HttpResponse<String> confirmed = erika.browser().postRaw(ACT, answer(list, erika.authenticator()));
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.body()).contains("id=\"make-passkey\"");
    }

    @Test
    void accepts_the_button_alone_in_the_sandbox() {
        StaffBrowser rolf = staff.browser().signIn("rolf");
        HttpResponse<String> list = rolf.get("/staff/passkeys");
        assertThat(list.body()).doesNotContain("data-passkey=");
        assertThat(rolf.post(list, ACT, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void asks_afresh_for_the_same_act_after_long_reading() {
        Person erika = people.join("Erika Liest");
        PasskeyPage page = new PasskeyPage(erika.browser().get("/staff/passkeys"));
        Map<String, String> renewal =
                Map.of("_csrf", page.hidden("_csrf"), "renewal", page.find("data-passkey-renewal=\"([^\"]+)\""));
        staff.clock().advance(Duration.ofMinutes(20));
        HttpResponse<String> fresh = erika.browser().postRaw("/staff/confirmation", renewal);
        JsonNode question = JSON.readTree(fresh.body());
        String challenge = JSON.readTree(question.required("options").stringValue())
                .required("challenge")
                .stringValue();
        Map<String, String> form = Map.of(
                "_csrf", page.hidden("_csrf"),
                "confirmation", question.required("ticket").stringValue(),
                "passkey", erika.authenticator().sign(challenge));
        assertThat(erika.browser().postRaw(ACT, form).statusCode()).isEqualTo(200);
        assertThat(erika.browser().postRaw("/staff/confirmation", renewal).statusCode())
                .isEqualTo(410);
    }

    @Test
    void counts_the_same_answer_once_on_two_nodes() throws Exception {
        Person erika = people.join("Erika Doppelt");
        for (int round = 0; round < 5; round++) {
            Map<String, String> form = answer(erika.browser().get("/staff/passkeys"), erika.authenticator());
            List<Callable<Integer>> both = List.of(
                    () -> erika.browser()
                            .postRaw(staff.uri(ACT).toString(), form)
                            .statusCode(),
                    () -> erika.browser()
                            .postRaw(otherNode.uri(ACT).toString(), form)
                            .statusCode());
            List<Integer> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (Future<Integer> done : threads.invokeAll(both)) {
                    answers.add(done.get());
                }
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 403);
        }
    }

    @Nested
    class Refuses {

        @Test
        void rejects_no_answer() {
            Person erika = people.join("Erika Nichts");
            HttpResponse<String> list = erika.browser().get("/staff/passkeys");
            HttpResponse<String> refused =
                    erika.browser().post(list, ACT, Map.of("confirmation-page", "/staff/passkeys"));
            refused(refused, "passkey_refused");
            assertThat(refused.body()).contains("id=\"confirmation-back\" href=\"/staff/passkeys\"");
        }

        @Test
        void leads_back_to_own_pages_only() {
            Person erika = people.join("Erika Zurück");
            for (String page :
                    List.of("https://example.org/staff", "//example.org", "/staff/../x", "javascript:x", "/x")) {
                HttpResponse<String> list = erika.browser().get("/staff/passkeys");
                assertThat(erika.browser()
                                .post(list, ACT, Map.of("confirmation-page", page))
                                .body())
                        .contains("id=\"confirmation-back\" href=\"/staff\"");
            }
        }

        @Test
        void rejects_no_ticket() {
            Person erika = people.join("Erika Ticket");
            HttpResponse<String> list = erika.browser().get("/staff/passkeys");
            Map<String, String> form = answer(list, erika.authenticator());
            refused(
                    erika.browser().postRaw(ACT, Map.of("_csrf", form.get("_csrf"), "passkey", form.get("passkey"))),
                    "confirmation_missing");
        }

        @Test
        void rejects_an_answer_that_was_used() {
            Person erika = people.join("Erika Wieder");
            Map<String, String> form = answer(erika.browser().get("/staff/passkeys"), erika.authenticator());
            assertThat(erika.browser().postRaw(ACT, form).statusCode()).isEqualTo(200);
            refused(erika.browser().postRaw(ACT, form), "confirmation_missing");
        }

        @Test
        void rejects_the_passkey_of_another_person() {
            Person erika = people.join("Erika Selbst");
            Person max = people.join("Max Fremd");
            refused(
                    erika.browser().postRaw(ACT, answer(erika.browser().get("/staff/passkeys"), max.authenticator())),
                    "passkey_refused");
        }

        @Test
        void rejects_the_ticket_of_another_session() {
            Person erika = people.join("Erika Zwei");
            StaffBrowser second = staff.browser();
            people.signIn(second, erika.authenticator());
            Map<String, String> form =
                    new java.util.HashMap<>(answer(erika.browser().get("/staff/passkeys"), erika.authenticator()));
            form.put("_csrf", new PasskeyPage(second.get("/staff/passkeys")).hidden("_csrf"));
            refused(second.postRaw(ACT, form), "confirmation_missing");
        }

        @Test
        void rejects_the_ticket_of_another_act() {
            Person erika = people.join("Erika Anderes");
            addSecond(erika);
            HttpResponse<String> removal = erika.browser().get(firstPasskey(erika));
            refused(
                    erika.browser().postRaw(ACT, answer(removal, erika.authenticator())),
                    "confirmation_of_another_act");
        }

        @Test
        void rejects_an_answer_after_five_minutes() {
            Person erika = people.join("Erika Spät");
            Map<String, String> form = answer(erika.browser().get("/staff/passkeys"), erika.authenticator());
            staff.clock().advance(Duration.ofMinutes(5));
            refused(erika.browser().postRaw(ACT, form), "confirmation_missing");
        }

        @Test
        void rejects_the_oldest_of_too_many() {
            Person erika = people.join("Erika Viele");
            HttpResponse<String> oldest = erika.browser().get("/staff/passkeys");
            for (int i = 0; i < Challenges.MOST_OF_SESSION; i++) {
                staff.clock().advance(Duration.ofMillis(1));
                erika.browser().get("/staff/passkeys");
            }
            refused(erika.browser().postRaw(ACT, answer(oldest, erika.authenticator())), "confirmation_missing");
        }

        @Test
        void rejects_an_answer_without_verified_user_or_from_elsewhere() {
            Person erika = people.join("Erika Ungeprüft");
            SoftwareAuthenticator authenticator = erika.authenticator();
            refused(
                    erika.browser()
                            .postRaw(
                                    ACT,
                                    answer(erika.browser().get("/staff/passkeys"), authenticator.verifyingUser(false))),
                    "passkey_refused");
            authenticator.verifyingUser(true).at("https://evil.example.org");
            refused(
                    erika.browser().postRaw(ACT, answer(erika.browser().get("/staff/passkeys"), authenticator)),
                    "passkey_refused");
        }

        @Test
        void rejects_and_locks_when_the_counter_goes_back() {
            Person erika = people.join("Erika Zähler");
            erika.authenticator().counter(0);
            refused(
                    erika.browser().postRaw(ACT, answer(erika.browser().get("/staff/passkeys"), erika.authenticator())),
                    "passkey_refused");
            assertThat(erika.browser().get("/staff/passkeys").body()).contains(Sentence.of("staff.passkeys.locked"));
        }

        @Test
        void rejects_who_cannot_confirm() {
            ConfirmAct confirm = staff.bean(ConfirmAct.class);
            StaffMember program = new StaffMember(StaffId.random(), "P", Set.of(), SignIn.API_KEY);
            StaffMember stranger = new StaffMember(StaffId.random(), "S", Set.of(), SignIn.OPENID_PROVIDER);
            assertThat(confirm.prepare("s", program, "a").ticket()).isEmpty();
            assertThat(confirm.prepare("s", stranger, "a").ticket()).isEmpty();
            assertThatExceptionOfType(ConfirmationRefusedException.class)
                    .isThrownBy(() -> confirm.require("s", program, "a", "", ""))
                    .extracting(ConfirmationRefusedException::reason)
                    .isEqualTo(ConfirmationRefusedException.Reason.CANNOT_CONFIRM);
        }
    }

    @Nested
    class OwnPasskeys {

        @Test
        void adds_renames_and_removes() {
            Person erika = people.join("Erika Liste");
            SoftwareAuthenticator second = addSecond(erika);
            assertThat(people.signIn(staff.browser(), second).uri().getPath()).isEqualTo("/staff");

            String path = firstPasskey(erika);
            HttpResponse<String> page = erika.browser().get(path);
            HttpResponse<String> wrong = erika.browser().post(page, path + "/label", Map.of("label", "\u202Ex"));
            assertThat(wrong.body()).contains(Sentence.of("staff.passkey.refused.label_invalid"));
            assertThat(erika.browser()
                            .post(page, path + "/label", Map.of("label", "Im Tresor"))
                            .body())
                    .contains("Im Tresor");

            StaffBrowser elsewhere = staff.browser();
            people.signIn(elsewhere, erika.authenticator());
            HttpResponse<String> removed = erika.browser()
                    .postRaw(path + "/removal", answer(erika.browser().get(path), erika.authenticator()));
            assertThat(removed.uri().getPath()).isEqualTo("/staff/passkeys");
            assertThat(removed.body()).doesNotContain("Im Tresor").contains("id=\"passkeys-one\"");
            assertThat(elsewhere.get("/staff/passkeys").uri().getPath()).isEqualTo("/staff/sign-in");
            assertThat(people.signIn(staff.browser(), erika.authenticator())
                            .uri()
                            .getQuery())
                    .isEqualTo("refused=passkey_unknown");
        }

        @Test
        void keeps_the_last_one() {
            Person erika = people.join("Erika Letzter");
            String path = firstPasskey(erika);
            assertThat(erika.browser().get(path).body())
                    .contains("id=\"passkey-last\"")
                    .doesNotContain("remove-passkey");
            Passkeys passkeys = staff.bean(Passkeys.class);
            RemovePasskey remove = staff.bean(RemovePasskey.class);
            PasskeyId id = new PasskeyId(java.util.UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
            StaffId owner = ownerOf(erika);
            assertThat(passkeys.findAll(owner)).hasSize(1);
            assertThatExceptionOfType(PasskeyRefusedException.class)
                    .isThrownBy(() -> remove.remove(id, owner))
                    .extracting(PasskeyRefusedException::reason)
                    .isEqualTo(PasskeyRefusedException.Reason.LAST_PASSKEY);
        }

        @Test
        void shows_nobody_the_passkeys_of_others() {
            Person erika = people.join("Erika Privat");
            Person max = people.join("Max Neugier");
            String path = firstPasskey(erika);
            assertThat(max.browser().get(path).statusCode()).isEqualTo(404);
            assertThat(max.browser()
                            .post(max.browser().get("/staff/passkeys"), path + "/label", Map.of("label", "x"))
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void excludes_every_authenticator_of_the_staff_from_a_new_one() {
            Person erika = people.join("Erika Aus");
            Person max = people.join("Max Aus");
            HttpResponse<String> page =
                    erika.browser().postRaw(ACT, answer(erika.browser().get("/staff/passkeys"), erika.authenticator()));
            String excluded = new PasskeyPage(page)
                    .options()
                    .required("excludeCredentials")
                    .toString();
            assertThat(excluded)
                    .contains(erika.authenticator().credentialId())
                    .contains(max.authenticator().credentialId());
        }
    }

    @Test
    void ends_every_session_of_somebody() {
        Person erika = people.join("Erika Raus");
        assertThat(erika.browser().get("/staff").uri().getPath()).isEqualTo("/staff");
        staff.bean(SignOutEverywhere.class).signOut(ownerOf(erika));
        assertThat(erika.browser().get("/staff").uri().getPath()).isEqualTo("/staff/sign-in");
    }

    private static SoftwareAuthenticator addSecond(Person person) {
        HttpResponse<String> begun =
                person.browser().postRaw(ACT, answer(person.browser().get("/staff/passkeys"), person.authenticator()));
        PasskeyPage page = new PasskeyPage(begun);
        SoftwareAuthenticator second = people.authenticator();
        staff.clock().advance(Duration.ofSeconds(1));
        HttpResponse<String> added = person.browser()
                .post(
                        begun,
                        "/staff/passkeys",
                        Map.of(
                                "label", "Zweiter",
                                "ticket", page.hidden("ticket"),
                                "passkey", second.create(page.challenge(), page.user())));
        assertThat(added.body()).contains("Zweiter").doesNotContain("id=\"passkeys-one\"");
        return second;
    }

    private static String firstPasskey(Person person) {
        return new PasskeyPage(person.browser().get("/staff/passkeys")).find("id=\"passkey-1\" href=\"([^\"]+)\"");
    }

    private static StaffId ownerOf(Person person) {
        return UserHandleReader.account(person.authenticator().userHandle());
    }

    private static Map<String, String> answer(HttpResponse<String> page, SoftwareAuthenticator authenticator) {
        PasskeyPage asked = new PasskeyPage(page);
        return Map.of(
                "_csrf", asked.hidden("_csrf"),
                "confirmation", asked.hidden("confirmation"),
                "passkey", authenticator.sign(asked.challenge()));
    }

    private static void refused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("id=\"confirmation-refused\"")
                .contains(Sentence.of("staff.confirmation." + reason));
    }
}
