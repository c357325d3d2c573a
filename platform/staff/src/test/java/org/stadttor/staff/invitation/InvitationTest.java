// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.apikey.AuthenticateApiKey;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.staff.invitation.InvitationRefusedException.Reason;
import org.stadttor.staff.oidc.Identities;
import org.stadttor.staff.oidc.jdbc.JdbcIdentities;
import org.stadttor.staff.passkey.PasskeyPeople;
import org.stadttor.staff.passkey.PasskeyPeople.Person;
import org.stadttor.staff.passkey.Sentence;
import org.stadttor.staff.passkey.UserHandleReader;
import org.stadttor.staff.testing.PasskeyPage;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;
import org.stadttor.testing.SoftwareAuthenticator;

/** From a link to an account, once; and everything that must not make one. */
class InvitationTest {

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
    void accepts_a_new_passkey_once() {
        String path = people.invite("Nele Neu", "registrar").address().getPath();
        // Mail scanners open links.
        assertThat(staff.browser().get(path).statusCode()).isEqualTo(200);
        assertThat(staff.browser().get(path).body()).contains("Nele Neu").contains("Registrierungsstelle");
        StaffBrowser nele = staff.browser();
        assertThat(people.accept(nele, path, people.authenticator()).uri().getPath())
                .isEqualTo("/staff/passkeys");
        assertThat(nele.get("/staff").body()).contains("Nele Neu");
        HttpResponse<String> again = staff.browser().get(path);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body())
                .contains("id=\"invitation-over\"")
                .contains(Sentence.of("staff.invitation.invitation_unknown"));
    }

    @Test
    void makes_one_account_of_two_who_are_equally_fast() throws Exception {
        String path = people.invite("Nur Eine").address().getPath();
        List<Callable<Integer>> both = Collections.nCopies(
                2,
                () -> people.accept(staff.browser(), path, people.authenticator())
                        .statusCode());
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> done : threads.invokeAll(both)) {
                answers.add(done.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 410);
    }

    @Test
    void gives_a_new_passkey_to_who_lost_the_old_one() {
        Person erika = people.join("Erika Verloren");
        StaffId account = UserHandleReader.account(erika.authenticator().userHandle());
        String key = staff.bean(CreateApiKey.class)
                .create(
                        new StaffMember(account, "Erika", Set.of(Grant.whole("auditor")), SignIn.PASSKEY),
                        "of a thief",
                        Set.of(Grant.whole("auditor")),
                        1)
                .secret()
                .text();
        Identities identities = new JdbcIdentities(staff.bean(JdbcClient.class), TestStaff.SCHEMA);
        assertThat(identities.link(
                        account, "https://login.example", "thief", staff.clock().instant()))
                .isTrue();
        assertThat(staff.bean(AuthenticateApiKey.class).authenticate(key)).isPresent();
        InvitationLink link = staff.bean(InvitePasskey.class).invite(account, StaffId.random());
        SoftwareAuthenticator fresh = people.authenticator();
        StaffBrowser browser = staff.browser();
        assertThat(browser.get(link.address().getPath()).body()).contains("Erika Verloren");
        people.accept(browser, link.address().getPath(), fresh);
        assertThat(erika.browser().get("/staff").uri().getPath()).isEqualTo("/staff/sign-in");
        assertThat(people.signIn(staff.browser(), erika.authenticator()).uri().getQuery())
                .isEqualTo("refused=passkey_unknown");
        assertThat(people.signIn(staff.browser(), fresh).body()).contains("Erika Verloren");
        assertThat(staff.bean(AuthenticateApiKey.class).authenticate(key)).isEmpty();
        assertThat(identities.find("https://login.example", "thief")).isEmpty();
    }

    @Nested
    class Refuses {

        @Test
        void rejects_what_was_never_made() {
            assertThat(staff.browser().get("/staff/invitation/abc").statusCode())
                    .isEqualTo(410);
        }

        @Test
        void rejects_an_expired_one() {
            String path = people.invite("Zu Spät").address().getPath();
            StaffBrowser browser = staff.browser();
            HttpResponse<String> opened = browser.get(path);
            staff.clock().advance(InvitationLinks.LIFETIME);
            assertThat(staff.browser().get(path).body()).contains(Sentence.of("staff.invitation.invitation_expired"));
            PasskeyPage page = new PasskeyPage(opened);
            HttpResponse<String> answer = browser.post(
                    opened,
                    path,
                    Map.of(
                            "ticket", page.hidden("ticket"),
                            "passkey", people.authenticator().create(page.challenge(), page.user())));
            assertThat(answer.statusCode()).isIn(403, 410);
        }

        @Test
        void rejects_a_withdrawn_one() {
            InvitationLink link = people.invite("Doch Nicht");
            staff.bean(WithdrawInvitation.class).withdraw(link.id(), StaffId.random());
            assertThat(staff.browser().get(link.address().getPath()).statusCode())
                    .isEqualTo(410);
            assertThatExceptionOfType(InvitationRefusedException.class)
                    .isThrownBy(() -> staff.bean(WithdrawInvitation.class).withdraw(link.id(), StaffId.random()))
                    .extracting(InvitationRefusedException::reason)
                    .isEqualTo(Reason.INVITATION_UNKNOWN);
        }

        @Test
        void rejects_a_passkey_that_is_in_another_account() {
            Person erika = people.join("Erika Besitzt");
            for (SoftwareAuthenticator same : List.of(
                    erika.authenticator().withSameKey(), erika.authenticator().withSameCredentialId())) {
                String path = people.invite("Zweites Konto").address().getPath();
                assertThat(people.accept(staff.browser(), path, same).body())
                        .contains(Sentence.of("staff.passkey.refused.passkey_taken"));
                // The invitation is still there for a passkey of its own.
                assertThat(staff.browser().get(path).statusCode()).isEqualTo(200);
            }
        }

        @Test
        void rejects_a_passkey_without_verified_user_or_from_elsewhere() {
            String path = people.invite("Ungeprüft").address().getPath();
            for (SoftwareAuthenticator wrong : List.of(
                    people.authenticator().verifyingUser(false),
                    people.authenticator().at("https://evil.example.org"),
                    people.authenticator().forRelyingParty("example.org"),
                    people.authenticator().inFrame(true))) {
                assertThat(people.accept(staff.browser(), path, wrong).body())
                        .contains(Sentence.of("staff.passkey.refused.answer_invalid"));
            }
        }

        @Test
        void rejects_the_answer_to_another_invitation() {
            String mine = people.invite("Mein Link").address().getPath();
            String other = people.invite("Anderer Link").address().getPath();
            StaffBrowser browser = staff.browser();
            HttpResponse<String> opened = browser.get(mine);
            PasskeyPage page = new PasskeyPage(opened);
            assertThat(browser.post(
                                    opened,
                                    other,
                                    Map.of(
                                            "ticket", page.hidden("ticket"),
                                            "passkey", people.authenticator().create(page.challenge(), page.user())))
                            .body())
                    .contains(Sentence.of("staff.passkey.refused.challenge_of_something_else"));
        }

        @Test
        void rejects_a_second_account_for_one_address() {
            InviteStaff invite = staff.bean(InviteStaff.class);
            InvitedPerson person = new InvitedPerson(
                    new PersonName("Doppelt"),
                    EmailAddress.parse(" Doppelt@Example.org ").orElseThrow(),
                    Set.of(Grant.whole("auditor")));
            String path = invite.invite(person, StaffId.random()).address().getPath();
            people.accept(staff.browser(), path, people.authenticator());
            assertThatExceptionOfType(InvitationRefusedException.class)
                    .isThrownBy(() -> invite.invite(person, StaffId.random()))
                    .extracting(InvitationRefusedException::reason)
                    .isEqualTo(Reason.EMAIL_TAKEN);
        }

        @Test
        void rejects_roles_that_do_not_exist() {
            for (Set<Grant> grants : List.of(Set.<Grant>of(), Set.of(Grant.whole("king")))) {
                InvitedPerson person =
                        new InvitedPerson(new PersonName("König"), new EmailAddress("koenig@example.org"), grants);
                assertThatExceptionOfType(InvitationRefusedException.class)
                        .isThrownBy(() -> staff.bean(InviteStaff.class).invite(person, StaffId.random()))
                        .extracting(InvitationRefusedException::reason)
                        .isEqualTo(Reason.GRANTS_INVALID);
            }
        }
    }

    @Nested
    class FirstAdministrators {

        @Test
        void are_two_however_many_nodes_start() throws Exception {
            try (TestStaff fresh = TestStaff.start(TestStaff.Place.create());
                    ExecutorService nodes = Executors.newFixedThreadPool(8)) {
                assertThat(fresh.bean(Invitations.class).findOpen(fresh.clock().instant()))
                        .as("none in the sandbox")
                        .isEmpty();
                InviteAdministrators invite = fresh.bean(InviteAdministrators.class);
                List<InvitationLink> links = new ArrayList<>();
                Callable<List<InvitationLink>> start = invite::inviteFirst;
                for (Future<List<InvitationLink>> node : nodes.invokeAll(Collections.nCopies(8, start))) {
                    links.addAll(node.get());
                }
                assertThat(links).hasSize(InviteAdministrators.ADMINISTRATORS);
                begin(fresh, links.getFirst());
                // The first is there, so none are made when the second link runs out.
                fresh.clock().advance(Duration.ofDays(2));
                assertThat(invite.inviteFirst()).isEmpty();
                assertThat(invite.inviteAgain()).hasSize(InviteAdministrators.ADMINISTRATORS);
            }
        }

        private void begin(TestStaff fresh, InvitationLink link) {
            PasskeyPeople newcomers = new PasskeyPeople(fresh);
            String path = link.address().getPath();
            StaffBrowser browser = fresh.browser();
            HttpResponse<String> opened = browser.get(path);
            PasskeyPage page = new PasskeyPage(opened);
            HttpResponse<String> wrong = browser.post(
                    opened, path, Map.of("name", "Ada Anfang", "email", "nirgends", "ticket", page.hidden("ticket")));
            assertThat(wrong.body())
                    .contains("id=\"email-error\"")
                    .contains("value=\"Ada Anfang\"")
                    .contains("value=\"nirgends\"");
            PasskeyPage second = new PasskeyPage(wrong);
            HttpResponse<String> done = browser.post(
                    wrong,
                    path,
                    Map.of(
                            "name",
                            "Ada Anfang",
                            "email",
                            "ada@example.org",
                            "ticket",
                            second.hidden("ticket"),
                            "passkey",
                            newcomers.authenticator().create(second.challenge(), second.user())));
            assertThat(done.uri().getPath()).isEqualTo("/staff/passkeys");
            assertThat(done.body()).contains("Ada Anfang");
        }
    }
}
