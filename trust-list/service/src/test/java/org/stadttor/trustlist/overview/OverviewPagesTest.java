// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.StaffVisitor;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.certificate.CertificateInput;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.trustlist.publication.Publications;

/** Every page staff read on, over HTTP, with one service for all tests. */
class OverviewPagesTest {

    private static final TestKey KEY = TestKey.create("Musterdruckerei CA");
    private static TestService service;
    private static StaffVisitor rita;
    private static IssuerId entity;

    @BeforeAll
    static void start() throws Exception {
        service =
                TestService.start(TestService.Roles.create(), TestKey.create("Signer"), new MutableClock(TestKey.NOW));
        entity = service.approved(KEY.issuer("Musterdruckerei <b>&"));
        rita = StaffVisitor.signedIn(service, "rita");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> answer = rita.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Nested
    class Everybody {

        @ParameterizedTest
        @ValueSource(strings = {"karla", "anton", "emil", "rita", "alma"})
        void who_works_with_trust_reads(String person) throws Exception {
            StaffVisitor visitor = StaffVisitor.signedIn(service, person);
            for (String path : List.of("/admin", "/admin/entities", "/admin/calendar", "/admin/why")) {
                assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }

        @Test
        void who_only_invites_people_does_not() throws Exception {
            StaffVisitor stella = StaffVisitor.signedIn(service, "stella");
            for (String path : List.of(
                    "/admin", "/admin/entities", "/admin/entities/" + entity, "/admin/calendar", "/admin/why")) {
                assertThat(stella.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }

        @Test
        void reads_german_unless_english_was_chosen() throws Exception {
            assertThat(rita.get("/admin/why?lang=de").body()).contains("Warum wird vertraut");
            assertThat(rita.get("/admin/why?lang=en").body()).contains("Why is it trusted");
        }
    }

    @Nested
    class Search {

        @Test
        void finds_by_name_identifier_subject_serial_and_fingerprint() throws Exception {
            CertificateDetails details = CertificateDetails.of(KEY.certificate(), List.of());
            String colons = details.sha256().replaceAll("(..)(?!$)", "$1:").toUpperCase(java.util.Locale.ROOT);
            for (String text : List.of(
                    "musterdruckerei",
                    "NTRDE-Muster",
                    "CN=Musterdruckerei+CA",
                    details.serial(),
                    colons,
                    details.sha256().substring(10, 30))) {
                assertThat(page("/admin/entities?text=" + text.replace("%", "%25")))
                        .as(text)
                        .contains("id=\"entity-" + entity + "\"");
            }
        }

        @Test
        void says_when_nothing_fits() throws Exception {
            assertThat(page("/admin/entities?text=nobody"))
                    .contains("No entry")
                    .contains("id=\"entities-empty\"")
                    .contains("value=\"nobody\"");
            assertThat(page("/admin/entities?purpose=registration_certificate")).contains("id=\"entities-empty\"");
            assertThat(page("/admin/entities?state=suspended&text=Muster")).contains("id=\"entities-empty\"");
        }

        @Test
        void ignores_choices_that_do_not_exist() throws Exception {
            assertThat(page("/admin/entities?purpose=x&state=y&page=z&text=musterdruckerei"))
                    .contains("One entry");
        }

        @Test
        void turns_pages() throws Exception {
            for (int i = 0; i < EntityPage.SIZE + 1; i++) {
                service.approved(TestKey.create("Many").issuer(ListPurpose.EAA, "Many %02d & more".formatted(i)));
            }
            String first = page("/admin/entities?purpose=eaa&text=many+%26");
            assertThat(first)
                    .contains("21 entries", "Page 1 of 2", "Many 00 &amp; more", "Many 19 &amp; more")
                    .doesNotContain("Many 20", "id=\"pages-previous\"");
            String next = first.replaceAll("(?s).*id=\"pages-next\"[^>]*href=\"([^\"]+)\".*", "$1")
                    .replace("&amp;", "&");
            assertThat(page(next)).contains("Many 20", "id=\"pages-previous\"").doesNotContain("Many 00");
        }

        @Test
        void shows_names_as_text() throws Exception {
            assertThat(page("/admin/entities?text=musterdruckerei"))
                    .contains("Musterdruckerei &lt;b&gt;&amp;")
                    .doesNotContain("<b>");
            assertThat(page("/admin/entities?text=%22%3E%3Cscript%3E")).doesNotContain("<script>");
        }
    }

    @Nested
    class Entity {

        @Test
        void shows_how_it_is_with_its_certificates_and_its_history() throws Exception {
            assertThat(page("/admin/entities/" + entity))
                    .contains("on the list")
                    .contains("NTRDE-Musterdruckerei")
                    .contains(CertificateDetails.sha256(KEY.certificate()))
                    .contains("Listed")
                    .contains("id=\"proposals\"")
                    .doesNotContain("id=\"compare\"", "id=\"acts\"");
        }

        @Test
        void compares_any_two_versions() throws Exception {
            IssuerDetails before = TestKey.create("C").issuer("Comparable");
            IssuerId id = service.approved(before);
            IssuerDetails after = new IssuerDetails(
                    before.purpose(),
                    "Renamed",
                    before.registrationId(),
                    before.country(),
                    before.contact(),
                    before.issuance(),
                    List.of(),
                    before.statusPolicy(),
                    before.credentials(),
                    before.legalBasis());
            service.approve(
                    service.bean(ProposeChange.class).propose(id, after, TestService.ANNA, "renamed"),
                    TestService.BERND);
            assertThat(page("/admin/entities/" + id)).contains("id=\"compare\"").doesNotContain("id=\"comparison\"");
            assertThat(page("/admin/entities/" + id + "?from=1&to=2"))
                    .contains("Version 1 and version 2")
                    .contains("<del>Comparable</del>")
                    .contains("<ins>Renamed</ins>")
                    .contains("Certificate for status lists");
            assertThat(page("/admin/entities/" + id + "?from=2&to=2")).contains("No difference.");
            assertThat(page("/admin/entities/" + id + "?from=x&to=99")).doesNotContain("id=\"comparison\"");
        }

        @Test
        void offers_what_the_person_may_do() throws Exception {
            String path = "/admin/entities/" + entity;
            assertThat(StaffVisitor.signedIn(service, "karla").get(path).body())
                    .contains("id=\"act-change\"", "id=\"act-remove\"")
                    .doesNotContain("id=\"act-suspend\"");
            assertThat(StaffVisitor.signedIn(service, "emil").get(path).body())
                    .contains("id=\"act-suspend\"")
                    .doesNotContain("id=\"act-change\"");
        }

        @Test
        void gives_its_certificates_away() throws Exception {
            HttpResponse<String> file = rita.get("/admin/entities/" + entity + "/certificates.pem");
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .isEqualTo("attachment; filename=\"" + entity + ".pem\"");
            assertThat(CertificateInput.parse(file.body()).certificates()).containsExactly(KEY.certificate());
        }

        @Test
        void is_not_there_if_nobody_knows_it() throws Exception {
            assertThat(rita.get("/admin/entities/" + IssuerId.random()).statusCode())
                    .isEqualTo(404);
            assertThat(rita.get("/admin/entities/x").statusCode()).isEqualTo(400);
            assertThat(rita.get("/admin/alerts/" + IssuerId.random()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Lists {

        private long latest() {
            return service.bean(Publications.class)
                    .latest(ListPurpose.PID)
                    .orElseThrow()
                    .sequence();
        }

        @Test
        void shows_every_issue_with_its_files() throws Exception {
            assertThat(page("/admin/lists/pid-providers"))
                    .contains("https://trust.example.org/lists/pid-providers")
                    .contains("id=\"issue-1\"")
                    .contains("/admin/lists/pid-providers/" + latest() + "/list.jws");
            assertThat(rita.get("/admin/lists/unknown").statusCode()).isEqualTo(404);
        }

        @Test
        void compares_any_two_issues() throws Exception {
            assertThat(page("/admin/lists/pid-providers?from=1&to=2"))
                    .contains("Issue 1 and issue 2")
                    .contains("<ins>Musterdruckerei &lt;b&gt;&amp;</ins>");
            assertThat(page("/admin/lists/pid-providers?from=1&to=1")).contains("id=\"same\"");
            assertThat(page("/admin/lists/pid-providers?from=1&to=999"))
                    .contains("There is no such issue.")
                    .contains("value=\"999\"")
                    .doesNotContain("id=\"comparison\"");
        }

        @Test
        void gives_an_issue_away_signed_as_json_and_as_certificates() throws Exception {
            String files = "/admin/lists/pid-providers/2/";
            assertThat(rita.get(files + "list.jws").body())
                    .isEqualTo(service.get("/lists/pid-providers/2").body());
            assertThat(LoteJson.read(rita.get(files + "list.json").body()).entities())
                    .hasSize(1);
            assertThat(CertificateInput.parse(
                                    rita.get(files + "certificates.pem").body())
                            .certificates())
                    .containsExactly(KEY.certificate());
            assertThat(rita.get("/admin/lists/pid-providers/999/list.jws").statusCode())
                    .isEqualTo(404);
            assertThat(rita.get("/admin/lists/pid-providers/1/certificates.pem").body())
                    .isEmpty();
        }
    }

    @Nested
    class Calendar {

        @Test
        void shows_what_runs_out() throws Exception {
            assertThat(page("/admin/calendar"))
                    .contains("November 2027")
                    .contains("A certificate of Musterdruckerei &lt;b&gt;&amp; expires")
                    .contains("The certificate we sign with expires")
                    .doesNotContain("must be issued anew");
            assertThat(page("/admin/calendar?kind=list"))
                    .contains("The list pid-providers must be issued anew")
                    .doesNotContain("Musterdruckerei");
            assertThat(page("/admin/calendar?text=nobody")).contains("id=\"calendar-empty\"", "value=\"nobody\"");
        }

        @Test
        void is_a_file_for_who_is_signed_in() throws Exception {
            HttpResponse<String> file = rita.get("/admin/calendar.ics");
            assertThat(file.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/calendar;charset=UTF-8");
            assertThat(Biweekly.parse(file.body()).first().getEvents())
                    .anySatisfy(event -> assertThat(event.getSummary().getValue())
                            .isEqualTo("A certificate of Musterdruckerei <b>& expires"))
                    .noneSatisfy(
                            event -> assertThat(event.getSummary().getValue()).contains("must be issued anew"));
        }

        @Test
        void is_a_feed_for_programs_with_a_key_as_password() throws Exception {
            StaffMembers members = service.bean(StaffMembers.class);
            SandboxPerson person = SandboxPerson.of("rita", "Rita Leserin", "reader");
            StaffMember reader = new StaffMember(
                    members.findActive(person.id()).orElseThrow().id(),
                    "Rita",
                    Set.of(Grant.whole("reader")),
                    SignIn.SANDBOX);
            String key = service.bean(CreateApiKey.class)
                    .create(reader, "calendar", Set.of(Grant.whole("reader")), 30)
                    .secret()
                    .text();
            assertThat(feed("anything:" + key).statusCode()).isEqualTo(200);
            assertThat(Biweekly.parse(feed("anything:" + key).body()).first().getEvents())
                    .isNotEmpty();
            assertThat(feed("anything:" + key.substring(1)).statusCode()).isEqualTo(401);
        }

        private HttpResponse<String> feed(String credentials) throws Exception {
            try (HttpClient http = HttpClient.newHttpClient()) {
                return http.send(
                        HttpRequest.newBuilder(service.staffUri("/api/v1/calendar.ics"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            }
        }
    }

    @Nested
    class Why {

        private final TestKey stranger = TestKey.create("Stranger");

        private String ask(Map<String, String> form) throws Exception {
            return rita.post(rita.get("/admin/why"), "/admin/why", form).body();
        }

        private String leaf() {
            return KEY.leafPem("Signer of credentials");
        }

        @Test
        void tells_why_a_chain_is_trusted() throws Exception {
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "service", "issuance", "when", "now")))
                    .contains("This chain is trusted")
                    .contains("It belongs to Musterdruckerei &lt;b&gt;&amp;")
                    .contains("The signature of the issuer is valid.")
                    .contains("RFC 5280, 6.1.3 (a) (1)")
                    .contains("CN=Signer of credentials")
                    .contains("BEGIN CERTIFICATE");
        }

        @Test
        void tells_why_it_is_not() throws Exception {
            assertThat(ask(Map.of("chain", stranger.leafPem("L"), "purpose", "pid", "when", "now")))
                    .contains("This chain is not trusted")
                    .contains("No certificate of the chain and no issuer above it is on the list.")
                    .contains("not asked");
            assertThat(ask(Map.of("chain", leaf(), "purpose", "wallet", "when", "now")))
                    .contains("Nobody on the list issues this.");
            assertThat(ask(Map.of(
                            "chain",
                            stranger.certificatePem() + stranger.leafPem("L"),
                            "purpose",
                            "pid",
                            "when",
                            "now")))
                    .contains("id=\"hint-out_of_order\"");
        }

        @Test
        void says_what_else_matters_in_a_login() throws Exception {
            assertThat(ask(Map.of("chain", leaf() + KEY.certificatePem(), "purpose", "pid", "when", "now")))
                    .contains("This chain is trusted", "id=\"hint-anchor_in_chain\"");
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "service", "status", "when", "now")))
                    .contains("This chain is trusted", "id=\"hint-same_entity_only\"")
                    .doesNotContain("id=\"hint-anchor_in_chain\"");
        }

        /** As verifiers do: who issues may sign the status lists of what was issued. */
        @Test
        void a_certificate_for_issuing_may_sign_status_lists() throws Exception {
            TestKey issuing = TestKey.create("Issuing only");
            IssuerDetails both = issuing.issuer(ListPurpose.WALLET, "No status service");
            service.approved(new IssuerDetails(
                    both.purpose(),
                    both.name(),
                    both.registrationId(),
                    both.country(),
                    both.contact(),
                    both.issuance(),
                    List.of(),
                    both.statusPolicy(),
                    both.credentials(),
                    both.legalBasis()));
            assertThat(ask(Map.of(
                            "chain", issuing.leafPem("L"), "purpose", "wallet", "service", "status", "when", "now")))
                    .contains("It belongs to No status service");
        }

        @Test
        void tells_how_it_was_under_an_earlier_issue_and_at_an_earlier_time() throws Exception {
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "when", "issue", "sequence", "1")))
                    .contains("This chain is not trusted")
                    .contains("issue 1 of");
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "when", "issue", "sequence", "2")))
                    .contains("This chain is trusted");
            // Berlin is one hour ahead: the very moment of the tests.
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "when", "moment", "moment", "2026-11-22T13:00")))
                    .contains("This chain is trusted");
        }

        @Test
        void says_what_is_wrong_with_each_field_and_keeps_what_was_typed() throws Exception {
            assertThat(ask(Map.of("chain", "hello?", "purpose", "wallet", "when", "issue", "sequence", "abc")))
                    .contains("This is neither PEM nor base64.")
                    .contains(">hello?</textarea>")
                    .contains("Type the number of an issue")
                    .contains("value=\"abc\"")
                    .contains("value=\"wallet\" selected=\"selected\"")
                    .doesNotContain("id=\"answer\"");
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "when", "moment", "moment", "yesterday")))
                    .contains("Type day and time")
                    .contains("value=\"yesterday\"");
            assertThat(ask(Map.of("chain", leaf(), "when", "moment", "moment", "-999999999-01-01T00:00")))
                    .contains("Type day and time");
            assertThat(ask(Map.of("chain", KEY.keyPem(), "when", "now"))).contains("This is a private key.");
            assertThat(ask(Map.of())).contains("Paste a certificate.");
        }

        @Test
        void refuses_questions_without_an_answer() throws Exception {
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "when", "issue", "sequence", "999")))
                    .contains("There is no such issue.");
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "when", "moment", "moment", "2020-01-01T00:00")))
                    .contains("There was no issue of this list yet at that time.");
            assertThat(ask(Map.of("chain", leaf(), "purpose", "pid", "when", "moment", "moment", "2030-01-01T00:00")))
                    .contains("This moment lies in the future.");
            String seven = "";
            for (int i = 0; i < 7; i++) {
                seven += KEY.leafPem("L" + i);
            }
            assertThat(ask(Map.of("chain", seven, "purpose", "pid", "when", "now")))
                    .contains("The chain is too long");
        }

        @Test
        void keeps_nothing() throws Exception {
            String marker = "Kept nowhere";
            ask(Map.of("chain", KEY.leafPem(marker), "purpose", "pid", "when", "now"));
            assertThat(rita.get("/admin/why").body()).doesNotContain(marker);
        }
    }
}
