// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.staff.passkey.PasskeyPeople.Person;
import org.stadttor.staff.testing.PasskeyPage;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;
import org.stadttor.testing.SoftwareAuthenticator;

/** Signing in with a passkey over real HTTP, and every way in which it must not work. */
class PasskeySignInTest {

    private static TestStaff staff;
    private static PasskeyPeople people;

    @BeforeAll
    static void start() {
        staff = TestStaff.start(TestStaff.Place.create());
        people = new PasskeyPeople(staff);
    }

    @AfterAll
    static void stop() {
        staff.close();
    }

    @Test
    void accepts_the_passkey_of_somebody_of_the_staff() {
        Person erika = people.join("Erika Admin");
        HttpResponse<String> home = people.signIn(staff.browser(), erika.authenticator());
        assertThat(home.uri().getPath()).isEqualTo("/staff");
        assertThat(home.body()).contains("Erika Admin");
    }

    @Test
    void accepts_a_passkey_that_does_not_count() {
        SoftwareAuthenticator authenticator = people.authenticator().withoutCounter();
        people.accept(staff.browser(), people.invite("Ohne Zähler").address().getPath(), authenticator);
        assertThat(people.signIn(staff.browser(), authenticator).uri().getPath())
                .isEqualTo("/staff");
        assertThat(people.signIn(staff.browser(), authenticator).uri().getPath())
                .isEqualTo("/staff");
    }

    @Test
    void asks_for_a_verified_user_and_any_passkey() {
        PasskeyPage page = new PasskeyPage(staff.browser().get("/staff/sign-in"));
        assertThat(page.options().required("userVerification").stringValue()).isEqualTo("required");
        assertThat(page.options().required("rpId").stringValue()).isEqualTo("localhost");
        assertThat(page.options().required("allowCredentials").isEmpty()).isTrue();
        assertThat(page.page().headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.page().body()).contains("id=\"passkey-sign-in-noscript\"");
    }

    @Test
    void begins_a_new_session() {
        Person erika = people.join("Erika Neu");
        StaffBrowser browser = staff.browser();
        String before = cookie(browser.get("/staff/sign-in"));
        HttpResponse<String> opened = browser.get("/staff/sign-in");
        PasskeyPage page = new PasskeyPage(opened);
        HttpResponse<String> home = browser.post(
                opened,
                "/staff/passkey-sign-in",
                Map.of(
                        "ticket",
                        page.hidden("ticket"),
                        "passkey",
                        erika.authenticator().sign(page.challenge())));
        String after = cookie(home.previousResponse().orElseThrow());
        assertThat(after)
                .isNotEqualTo(before)
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
    }

    @Nested
    class Refuses {

        @Test
        void rejects_a_passkey_of_nobody() {
            refused(people.signIn(staff.browser(), people.authenticator().userHandle(new byte[16])), "passkey_unknown");
        }

        @Test
        void rejects_an_answer_that_was_given_before() {
            Person erika = people.join("Erika Wieder");
            StaffBrowser browser = staff.browser();
            HttpResponse<String> opened = browser.get("/staff/sign-in");
            PasskeyPage page = new PasskeyPage(opened);
            Map<String, String> answer = Map.of(
                    "ticket",
                    page.hidden("ticket"),
                    "passkey",
                    erika.authenticator().sign(page.challenge()));
            assertThat(browser.post(opened, "/staff/passkey-sign-in", answer)
                            .uri()
                            .getPath())
                    .isEqualTo("/staff");
            StaffBrowser thief = staff.browser();
            refused(thief.post(thief.get("/staff/sign-in"), "/staff/passkey-sign-in", answer), "challenge_over");
            // With a ticket of its own the old answer is for another challenge.
            HttpResponse<String> own = thief.get("/staff/sign-in");
            refused(
                    thief.post(
                            own,
                            "/staff/passkey-sign-in",
                            Map.of(
                                    "ticket", new PasskeyPage(own).hidden("ticket"),
                                    "passkey", answer.get("passkey"))),
                    "answer_invalid");
        }

        @Test
        void rejects_the_challenge_of_another_session() {
            Person erika = people.join("Erika Fremd");
            PasskeyPage page = new PasskeyPage(staff.browser().get("/staff/sign-in"));
            StaffBrowser other = staff.browser();
            refused(
                    other.post(
                            other.get("/staff/sign-in"),
                            "/staff/passkey-sign-in",
                            Map.of(
                                    "ticket",
                                    page.hidden("ticket"),
                                    "passkey",
                                    erika.authenticator().sign(page.challenge()))),
                    "challenge_over");
        }

        @Test
        void rejects_an_answer_after_five_minutes() {
            Person erika = people.join("Erika Langsam");
            StaffBrowser browser = staff.browser();
            HttpResponse<String> opened = browser.get("/staff/sign-in");
            PasskeyPage page = new PasskeyPage(opened);
            staff.clock().advance(Duration.ofMinutes(5));
            refused(
                    browser.post(
                            opened,
                            "/staff/passkey-sign-in",
                            Map.of(
                                    "ticket",
                                    page.hidden("ticket"),
                                    "passkey",
                                    erika.authenticator().sign(page.challenge()))),
                    "challenge_over");
        }

        @Test
        void rejects_an_answer_from_another_origin() {
            Person erika = people.join("Erika Köder");
            refused(people.signIn(staff.browser(), erika.authenticator().at("http://localhost:1")), "answer_invalid");
            refused(
                    people.signIn(staff.browser(), erika.authenticator().at("https://staff.example.org")),
                    "answer_invalid");
        }

        @Test
        void rejects_an_answer_for_another_relying_party() {
            Person erika = people.join("Erika Anderswo");
            refused(
                    people.signIn(staff.browser(), erika.authenticator().forRelyingParty("example.org")),
                    "answer_invalid");
        }

        @Test
        void rejects_an_answer_without_verified_user() {
            Person erika = people.join("Erika Ohne");
            refused(people.signIn(staff.browser(), erika.authenticator().verifyingUser(false)), "answer_invalid");
        }

        @Test
        void rejects_an_answer_from_a_frame() {
            Person erika = people.join("Erika Rahmen");
            refused(people.signIn(staff.browser(), erika.authenticator().inFrame(true)), "answer_invalid");
        }

        @Test
        void rejects_the_user_handle_of_another() {
            Person erika = people.join("Erika Griff");
            refused(
                    people.signIn(staff.browser(), erika.authenticator().userHandle(new byte[16])),
                    "passkey_of_somebody_else");
            refused(people.signIn(staff.browser(), erika.authenticator().userHandle(new byte[0])), "answer_invalid");
        }

        @Test
        void rejects_the_signature_of_another_key() {
            Person erika = people.join("Erika Schlüssel");
            SoftwareAuthenticator forged = erika.authenticator().withSameCredentialId();
            // The handle is no secret: whoever has seen one answer has it.
            HttpResponse<String> opened = staff.browser().get("/staff/sign-in");
            assertThat(opened.statusCode()).isEqualTo(200);
            refused(
                    people.signIn(
                            staff.browser(),
                            forged.userHandle(handleOf(erika.authenticator().sign("AAAA")))),
                    "answer_invalid");
        }

        @Test
        void rejects_and_locks_when_the_counter_goes_back() {
            Person erika = people.join("Erika Kopie");
            erika.authenticator().counter(10);
            assertThat(people.signIn(staff.browser(), erika.authenticator())
                            .uri()
                            .getPath())
                    .isEqualTo("/staff");
            erika.authenticator().counter(5);
            refused(people.signIn(staff.browser(), erika.authenticator()), "counter_went_back");
            erika.authenticator().counter(100);
            refused(people.signIn(staff.browser(), erika.authenticator()), "passkey_unknown");
        }

        @Test
        void rejects_what_is_no_answer() {
            StaffBrowser browser = staff.browser();
            for (String answer :
                    new String[] {"", "{}", "[]", "null", "{\"id\":1}", "{\"id\":\"*\"}", "x".repeat(40000)}) {
                HttpResponse<String> opened = browser.get("/staff/sign-in");
                refused(
                        browser.post(
                                opened,
                                "/staff/passkey-sign-in",
                                Map.of("ticket", new PasskeyPage(opened).hidden("ticket"), "passkey", answer)),
                        "answer_invalid");
            }
        }
    }

    private static void refused(HttpResponse<String> answer, String reason) {
        assertThat(answer.uri().toString()).endsWith("/staff/sign-in?refused=" + reason);
        assertThat(answer.body()).contains("id=\"passkey-refused\"").doesNotContain("id=\"signed-in-as\"");
    }

    private static byte[] handleOf(String answer) {
        String start = "\"userHandle\":\"";
        int from = answer.indexOf(start) + start.length();
        return java.util.Base64.getUrlDecoder().decode(answer.substring(from, answer.indexOf('"', from)));
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("stadttor-staff-" + TestStaff.SCHEMA + "="))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
