// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.SamePersonException;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.InvitedPerson;
import org.stadttor.staff.people.web.PersonActController;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;

/** Giving, taking, suspending, inviting: alone where that is enough, by two where one is not. */
class PeopleTest {

    private static final String AGENCY = "/de/by/musterstadt/";

    private static TestStaff.Place place;
    private static TestStaff staff;

    @BeforeAll
    static void start() {
        place = TestStaff.Place.create();
        staff = TestStaff.start(place);
    }

    @AfterAll
    static void stop() {
        staff.close();
    }

    @BeforeEach
    void seed() {
        place.execute("DELETE FROM test_staff.proposal");
        place.execute("UPDATE test_staff.member SET state = 'active'");
        place.execute("UPDATE test_staff.invitation SET ended_at = created_at, outcome = 'withdrawn'"
                + " WHERE ended_at IS NULL");
        people().forEach(staff.bean(StaffMembers.class)::seed);
    }

    private static List<SandboxPerson> people() {
        return staff.bean(StaffProcess.class).sandboxPeople();
    }

    private static StaffId id(String person) {
        return people().stream()
                .filter(known -> known.key().equals(person))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Set<Grant> grants(String person) {
        return staff.bean(StaffMembers.class)
                .findActive(id(person))
                .orElseThrow()
                .grants();
    }

    private static String path(String person) {
        return "/staff/people/" + id(person);
    }

    private static HttpResponse<String> act(StaffBrowser browser, String path, Map<String, String> fields) {
        return browser.post(browser.get(path), path.replaceFirst("\\?.*", ""), fields);
    }

    private static HttpResponse<String> give(String by, String to, String role, String part) {
        return act(
                staff.browser().signIn(by),
                path(to) + "/give?role=" + role + "&part=" + part,
                Map.of("role", role, "part", part));
    }

    private static HttpResponse<String> decide(String by, String proposal) {
        StaffBrowser browser = staff.browser().signIn(by);
        HttpResponse<String> page = browser.get("/staff/proposals/" + proposal);
        return page.statusCode() == 200
                ? browser.post(page, "/staff/proposals/" + proposal + "/confirm", Map.of())
                : page;
    }

    private static String proposal(HttpResponse<String> page) {
        Matcher link = Pattern.compile("id=\"proposal-([0-9a-f-]{36})\"").matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group(1);
    }

    private static List<String> trail(String person) {
        return staff.bean(JdbcClient.class)
                .sql("SELECT type FROM audit.entry WHERE subject = ? ORDER BY seq DESC LIMIT 1")
                .param(id(person).value())
                .query(String.class)
                .list();
    }

    @Test
    void gives_and_takes_an_ordinary_role_at_once() {
        assertThat(give("stella", "nora", "auditor", "/").body()).contains("person-done");
        assertThat(grants("nora")).containsExactly(Grant.whole("auditor"));
        assertThat(trail("nora")).containsExactly("staff.role-given");
        HttpResponse<String> taken = act(
                staff.browser().signIn("stella"),
                path("nora") + "/take?role=auditor&part=/",
                Map.of("role", "auditor", "part", "/"));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(grants("nora")).isEmpty();
        assertThat(trail("nora")).containsExactly("staff.role-taken");
    }

    @Test
    void gives_a_role_that_decides_only_by_two() {
        HttpResponse<String> proposed = give("stella", "nora", "registrar", "/");
        String proposal = proposal(proposed);
        assertThat(grants("nora")).isEmpty();
        assertThat(decide("stella", proposal).body()).contains("proposal-own");
        assertThat(staff.browser()
                        .signIn("rolf")
                        .get("/staff/proposals/" + proposal)
                        .statusCode())
                .isEqualTo(403);
        assertThat(decide("stan", proposal).statusCode()).isEqualTo(200);
        assertThat(grants("nora")).containsExactly(Grant.whole("registrar"));
        assertThat(trail("nora")).containsExactly("staff.role-given");
    }

    @Test
    void refuses_the_proposer_as_second_person_even_without_the_page() {
        String proposal = proposal(give("stella", "nora", "registrar", "/"));
        StaffBrowser stella = staff.browser().signIn("stella");
        // The page has no button for her; the ticket of it is made as the page of somebody else would.
        HttpResponse<String> answer =
                stella.post(stella.get("/staff/people"), "/staff/proposals/" + proposal + "/confirm", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(grants("nora")).isEmpty();
        assertThatExceptionOfType(SamePersonException.class)
                .isThrownBy(
                        () -> staff.bean(DecideProposal.class).confirm(UUID.fromString(proposal), member("stella")));
        assertThat(grants("nora")).isEmpty();
    }

    @Test
    void refuses_a_second_person_who_gets_the_role_themselves() {
        place.execute("DELETE FROM test_staff.member_grant WHERE member_id = '" + id("nora") + "'");
        String proposal = proposal(give("stella", "stan", "registrar", "/"));
        assertThat(decide("stan", proposal).body()).contains("proposal-own");
        refused(
                PersonRefusedException.Reason.OWN_ACCOUNT,
                () -> staff.bean(DecideProposal.class).confirm(UUID.fromString(proposal), member("stan")));
    }

    @Test
    void lets_a_proposal_lapse_and_die_with_its_proposer() {
        String lapsed = proposal(give("stella", "nora", "registrar", "/"));
        staff.clock().advance(Duration.ofDays(7));
        assertThat(decide("stan", lapsed).statusCode()).isEqualTo(404);
        String orphan = proposal(give("stella", "nora", "registrar", "/"));
        place.execute("UPDATE test_staff.member SET state = 'suspended' WHERE id = '" + id("stella") + "'");
        HttpResponse<String> answer = decide("stan", orphan);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("act-error");
        assertThat(grants("nora")).isEmpty();
    }

    @Test
    void rejects_a_proposal() {
        String proposal = proposal(give("stella", "nora", "registrar", "/"));
        StaffBrowser stan = staff.browser().signIn("stan");
        assertThat(stan.post(
                                stan.get("/staff/proposals/" + proposal),
                                "/staff/proposals/" + proposal + "/reject",
                                Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(decide("stan", proposal).statusCode()).isEqualTo(404);
        assertThat(trail("nora")).containsExactly("staff.proposal-rejected");
    }

    @Test
    void nobody_changes_themselves() {
        refused(
                PersonRefusedException.Reason.OWN_ACCOUNT,
                () -> acts().give().give(id("stella"), Grant.whole("auditor"), member("stella")));
        refused(
                PersonRefusedException.Reason.OWN_ACCOUNT,
                () -> acts().take().take(id("stella"), Grant.whole("staff-admin"), member("stella")));
        refused(
                PersonRefusedException.Reason.OWN_ACCOUNT,
                () -> acts().suspend().suspend(id("stella"), "why", member("stella")));
        refused(
                PersonRefusedException.Reason.OWN_ACCOUNT,
                () -> acts().resume().resume(id("stella"), member("stella")));
        refused(PersonRefusedException.Reason.OWN_ACCOUNT, () -> acts().renew().renew(id("stella"), member("stella")));
    }

    @Test
    void keeps_the_last_administrator() {
        place.execute("UPDATE test_staff.member SET state = 'suspended' WHERE id = '" + id("stan") + "'");
        // Somebody who acts with a right that is gone meanwhile.
        StaffMember stan = new StaffMember(id("stan"), "Stan", Set.of(Grant.whole("staff-admin")), SignIn.SANDBOX);
        refused(
                PersonRefusedException.Reason.LAST_ADMINISTRATOR,
                () -> acts().suspend().suspend(id("stella"), "why", stan));
        refused(
                PersonRefusedException.Reason.LAST_ADMINISTRATOR,
                () -> acts().take().take(id("stella"), Grant.whole("staff-admin"), stan));
    }

    @Test
    void an_owner_looks_after_their_own_part_only() {
        StaffBrowser olga = staff.browser().signIn("olga");
        assertThat(olga.get("/staff/people").body()).contains("Theo Technik").doesNotContain("Rolf Register");
        assertThat(olga.get(path("rolf")).statusCode()).isEqualTo(404);
        assertThat(give("olga", "theo", "technician", AGENCY + "kvr/").body()).contains("person-done");
        assertThat(grants("theo")).contains(new Grant("technician", AGENCY + "kvr/"));
        assertThat(give("olga", "theo", "technician", "/de/by/").body()).contains("act-error");
        assertThat(give("olga", "theo", "registrar", AGENCY).body()).contains("act-error");
        assertThat(grants("theo")).hasSize(2);
        refused(
                PersonRefusedException.Reason.NOT_YOURS,
                () -> acts().suspend().suspend(id("rolf"), "why", member("olga")));
        place.execute("INSERT INTO test_staff.member_grant VALUES ('" + id("theo") + "', 'auditor', '/')");
        refused(
                PersonRefusedException.Reason.NOT_YOURS,
                () -> acts().suspend().suspend(id("theo"), "why", member("olga")));
        assertThat(staff.browser().signIn("theo").get("/staff/people").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_suspended_persons_sessions_and_keys_die_on_every_node() {
        try (TestStaff other = TestStaff.start(place)) {
            StaffBrowser theo = new StaffBrowser(other.uri("/")).signIn("rolf");
            String bearer = "Bearer "
                    + staff.bean(CreateApiKey.class)
                            .create(member("rolf"), "x", grants("rolf"), 1)
                            .secret()
                            .text();
            HttpRequest withKey = HttpRequest.newBuilder(other.uri("/api/v1/who"))
                    .header("Authorization", bearer)
                    .build();
            assertThat(theo.get("/staff").body()).contains("signed-in-as");
            assertThat(theo.send(withKey).statusCode()).isEqualTo(200);
            HttpResponse<String> answer = act(
                    staff.browser().signIn("stella"), path("rolf") + "/suspend", Map.of("reason", "Gerät verloren"));
            assertThat(answer.body()).contains("person-done");
            assertThat(theo.get("/staff").uri().getPath()).isEqualTo("/staff/sign-in");
            assertThat(theo.send(withKey).statusCode()).isEqualTo(401);
            assertThat(theo.get("/staff/keys").uri().getPath()).isEqualTo("/staff/sign-in");
        }
        HttpResponse<String> resumed = act(staff.browser().signIn("stella"), path("rolf") + "/resume", Map.of());
        assertThat(staff.bean(StaffMembers.class).findActive(id("rolf"))).isEmpty();
        assertThat(decide("stan", proposal(resumed)).statusCode()).isEqualTo(200);
        assertThat(staff.bean(StaffMembers.class).findActive(id("rolf"))).isPresent();
    }

    @Test
    void asks_for_a_reason_and_keeps_it() {
        HttpResponse<String> without =
                act(staff.browser().signIn("stella"), path("rolf") + "/suspend", Map.of("reason", " "));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("reason-error");
        assertThat(staff.bean(StaffMembers.class).findActive(id("rolf"))).isPresent();
    }

    @Test
    void needs_the_confirmation_of_just_this_act() {
        StaffBrowser stella = staff.browser().signIn("stella");
        HttpResponse<String> forAuditor = stella.get(path("nora") + "/give?role=auditor&part=/");
        HttpResponse<String> answer =
                stella.post(forAuditor, path("nora") + "/give", Map.of("role", "technician", "part", "/"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(grants("nora")).isEmpty();
    }

    @Test
    void invites_with_a_link_that_is_shown_once() {
        StaffBrowser olga = staff.browser().signIn("olga");
        Map<String, String> typed =
                Map.of("name", "Ida <i>Neu", "email", "ida@example.org", "role", "technician", "part", AGENCY);
        HttpResponse<String> review = olga.post(olga.get("/staff/people/invite"), "/staff/people/invite", typed);
        assertThat(review.body()).contains("Ida &lt;i&gt;Neu").doesNotContain("<i>Neu", "invitation-link");
        HttpResponse<String> invited = olga.post(review, "/staff/people/invite", typed);
        assertThat(invited.body()).contains("invitation-link");
        HttpResponse<String> list = olga.get("/staff/people");
        assertThat(list.body()).contains("ida@example.org").doesNotContain("invitation-link");
        Matcher withdraw = Pattern.compile("id=\"withdraw-([0-9a-f-]{36})\"").matcher(list.body());
        assertThat(withdraw.find()).isTrue();
        assertThat(olga.post(list, "/staff/invitations/" + withdraw.group(1) + "/withdraw", Map.of())
                        .body())
                .contains("invitations-empty");
    }

    @Test
    void invites_somebody_who_decides_only_by_two() {
        StaffBrowser stella = staff.browser().signIn("stella");
        Map<String, String> typed =
                Map.of("name", "Rosa Neu", "email", "rosa@example.org", "role", "registrar", "part", "/");
        HttpResponse<String> review = stella.post(stella.get("/staff/people/invite"), "/staff/people/invite", typed);
        HttpResponse<String> list = stella.post(review, "/staff/people/invite", typed);
        assertThat(list.body()).doesNotContain("invitation-link").contains("invitations-empty");
        assertThat(decide("stan", proposal(list)).body()).contains("invitation-link");
    }

    @Test
    void says_what_is_wrong_with_each_field_of_an_invitation() {
        StaffBrowser olga = staff.browser().signIn("olga");
        HttpResponse<String> page = olga.post(
                olga.get("/staff/people/invite"),
                "/staff/people/invite",
                Map.of("name", "", "email", "nobody", "role", "technician", "part", "x"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("name-error", "email-error", "part-error", "value=\"nobody\"");
        HttpResponse<String> above = olga.post(
                olga.get("/staff/people/invite"),
                "/staff/people/invite",
                Map.of("name", "Ida", "email", "i@example.org", "role", "auditor", "part", AGENCY));
        assertThat(above.body()).contains("role-error");
    }

    @Test
    void gives_roles_whose_pages_show_everything_for_everything_only() {
        assertThat(give("stella", "nora", "auditor", AGENCY).body()).contains("act-error");
        StaffMember ofPart =
                new StaffMember(id("stan"), "Stan", Set.of(new Grant("staff-admin", AGENCY)), SignIn.SANDBOX);
        refused(
                PersonRefusedException.Reason.WHOLE_ONLY,
                () -> acts().give().give(id("theo"), new Grant("auditor", AGENCY), ofPart));
        refused(
                PersonRefusedException.Reason.WHOLE_ONLY,
                () -> staff.bean(InvitePerson.class)
                        .invite(
                                new PersonName("Ida"),
                                new EmailAddress("ida@example.org"),
                                new Grant("auditor", AGENCY),
                                ofPart));
        StaffBrowser stella = staff.browser().signIn("stella");
        assertThat(stella.post(
                                stella.get("/staff/people/invite"),
                                "/staff/people/invite",
                                Map.of("name", "Ida", "email", "i@example.org", "role", "auditor", "part", AGENCY))
                        .body())
                .contains("role-error");
        assertThat(grants("nora")).isEmpty();
    }

    @Test
    void who_decides_makes_no_accounts_to_propose_with_alone() {
        StaffMember rolf = new StaffMember(
                id("rolf"), "Rolf", Set.of(Grant.whole("registrar"), new Grant("owner", AGENCY)), SignIn.SANDBOX);
        Grant technician = new Grant("technician", AGENCY + "kvr/");
        assertThat(acts().give().give(id("theo"), technician, rolf)).isInstanceOf(Outcome.Proposed.class);
        assertThat(acts().renew().renew(id("theo"), rolf)).isInstanceOf(Outcome.Proposed.class);
        assertThat(staff.bean(InvitePerson.class)
                        .invite(new PersonName("Ida"), new EmailAddress("ida@example.org"), technician, rolf))
                .isInstanceOf(Outcome.Proposed.class);
        assertThat(grants("theo")).doesNotContain(technician);
        assertThat(new Authority(Set.of("curator")).needsSecond(member("stella"), Grant.whole("curator")))
                .as("curators propose what approvers approve")
                .isTrue();
    }

    @Test
    void an_owner_does_not_see_what_somebody_does_elsewhere() {
        staff.browser().signIn("theo");
        StaffBrowser olga = staff.browser().signIn("olga");
        assertThat(olga.get(path("theo")).body()).contains("id=\"trail\"");
        place.execute("INSERT INTO test_staff.member_grant VALUES ('" + id("theo") + "', 'auditor', '/')");
        assertThat(olga.get(path("theo")).body()).contains("id=\"trail-empty\"").doesNotContain("id=\"trail\"");
    }

    @Test
    void a_link_to_a_new_passkey_dies_when_the_person_may_do_more() {
        Outcome.Invited renewed = (Outcome.Invited) acts().renew().renew(id("nora"), member("stella"));
        String link = renewed.link().address().getPath();
        assertThat(staff.browser().get(link).statusCode()).isEqualTo(200);
        Outcome.Proposed proposed =
                (Outcome.Proposed) acts().give().give(id("nora"), Grant.whole("registrar"), member("stella"));
        staff.bean(DecideProposal.class).confirm(proposed.proposal().id(), member("stan"));
        assertThat(staff.browser().get(link).statusCode()).isEqualTo(410);
        assertThat(staff.bean(JdbcClient.class)
                        .sql("SELECT type FROM audit.entry WHERE subject = ?")
                        .param(renewed.link().id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("staff.invitation-withdrawn");
    }

    @Test
    void invitations_of_a_suspended_person_serve_no_more() {
        String link = staff.bean(InviteStaff.class)
                .invite(
                        new InvitedPerson(
                                new PersonName("Ida"),
                                new EmailAddress("ida2@example.org"),
                                Set.of(Grant.whole("auditor"))),
                        id("stan"))
                .address()
                .getPath();
        assertThat(staff.browser().get(link).statusCode()).isEqualTo(200);
        place.execute("UPDATE test_staff.member SET state = 'suspended' WHERE id = '" + id("stan") + "'");
        assertThat(staff.browser().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void finds_people_by_name_page_by_page() {
        StaffBrowser stella = staff.browser().signIn("stella");
        assertThat(stella.get("/staff/people?q=register").body())
                .contains("Rolf Register")
                .doesNotContain("Alma Audit");
        assertThat(stella.get("/staff/people?q=%25").body())
                .contains("people-count")
                .doesNotContain("Alma Audit");
        assertThat(stella.get("/staff/people?page=99").body()).contains("Alma Audit");
        assertThat(stella.get("/staff/people/not-an-id").statusCode()).isEqualTo(404);
    }

    private static PersonActController.Acts acts() {
        return staff.bean(PersonActController.Acts.class);
    }

    private static StaffMember member(String person) {
        return new StaffMember(id(person), person, grants(person), SignIn.SANDBOX);
    }

    private static void refused(PersonRefusedException.Reason reason, Runnable attempt) {
        assertThatExceptionOfType(PersonRefusedException.class)
                .isThrownBy(attempt::run)
                .extracting(PersonRefusedException::reason)
                .isEqualTo(reason);
    }
}
