// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.curation.StaffBrowser.Page;
import org.stadttor.trustlist.issuer.KeepDeadlines;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposalId;
import org.stadttor.trustlist.issuer.Proposals;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.lote.TrustedEntity;

/** People of the sandbox curate over HTTP, without scripts. */
class CurationPagesTest {

    private static final TestKey SIGNER = TestKey.create("Signer");
    private static final MutableClock CLOCK = new MutableClock(TestKey.NOW);
    private static TestService service;

    private final StaffBrowser karla = StaffBrowser.of(service, "karla");
    private final StaffBrowser anna = StaffBrowser.of(service, "anna");

    @BeforeAll
    static void start() {
        service = TestService.start(TestService.Roles.create(), SIGNER, CLOCK);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Map<String, String> typed(String name, String pem) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("name", name),
                Map.entry("registration-id", "NTRDE-" + Integer.toHexString(name.hashCode())),
                Map.entry("country", "de"),
                Map.entry("street", "Weg 1"),
                Map.entry("postal-code", "12345"),
                Map.entry("locality", "Musterstadt"),
                Map.entry("reachable-at", "notfall@example.org\n+49 89 123456"),
                Map.entry("issuance", pem),
                Map.entry("sd-jwt-types", "urn:eudi:pid:de:1"),
                Map.entry("mdoc-types", "eu.europa.ec.eudi.pid.1"),
                Map.entry("status-policy", "STATUS_REQUIRED"),
                Map.entry("legal-basis", "Vertrag vom 1. Juli"),
                Map.entry("reason", "Betrieb beginnt")));
    }

    private static Map<String, String> typed(String name) {
        return typed(name, TestKey.create(name).certificatePem());
    }

    private Page checked(Map<String, String> typed) {
        Page form = karla.open("/admin/proposals/new?purpose=pid");
        return karla.upload(form, "check", typed, Map.of());
    }

    private Page proposed(Map<String, String> typed) {
        return karla.send(checked(typed), "propose", Map.of());
    }

    private Page proposed(String name) {
        return proposed(typed(name));
    }

    private Page approved(String name) {
        Page proposal = proposed(name);
        return anna.send(anna.open(proposal.path()), "approve", Map.of("reason", "verglichen"));
    }

    private static boolean isListed(String name) throws Exception {
        return service.list(SIGNER).list().entities().stream()
                .map(TrustedEntity::name)
                .anyMatch(name::equals);
    }

    /** The entity that came of an approved proposal. */
    static String entity(TestService service, Page proposal) {
        String id = proposal.path().substring(proposal.path().lastIndexOf('/') + 1);
        return service.bean(Proposals.class)
                .find(new ProposalId(UUID.fromString(id)))
                .orElseThrow()
                .issuer()
                .toString();
    }

    @Nested
    class Proposing {

        @Test
        void takes_two_people_to_the_list() throws Exception {
            Page check = checked(typed("Erste Druckerei"));
            assertThat(check.status()).isEqualTo(200);
            assertThat(check.text("issuance-1-subject")).contains("Erste Druckerei");
            Page proposal = karla.send(check, "propose", Map.of());
            assertThat(proposal.attribute("state", "data-state")).isEqualTo("pending");
            assertThat(isListed("Erste Druckerei")).isFalse();
            assertThat(anna.open("/admin/decisions?text=Erste").html()).contains("Erste Druckerei");

            Page seen = anna.open(proposal.path());
            assertThat(seen.text("proposer")).isEqualTo("Karla Kuratorin");
            assertThat(seen.text("short-hash")).matches("([0-9a-f]{4} ){3}[0-9a-f]{4}");
            Page decided = anna.send(seen, "approve", Map.of("reason", "Fingerabdruck verglichen"));
            assertThat(decided.attribute("state", "data-state")).isEqualTo("approved");
            assertThat(decided.text("outcome")).contains("Anna Freigeberin");
            assertThat(decided.text("outcome-sequence")).contains("pid-providers");
            assertThat(isListed("Erste Druckerei")).isTrue();
        }

        @Test
        void names_what_is_wrong_with_each_field_and_loses_nothing() {
            Map<String, String> typed = typed("Bad\u202Ename", "-----BEGIN CERTIFICATE-----\nAAAA");
            typed.put("registration-id", "HRB 1");
            typed.put("country", "XX");
            typed.put("street", "");
            typed.put("reachable-at", "javascript:alert(1)");
            typed.put("information", "http://example.org");
            typed.put("sd-jwt-types", "two words");
            typed.put("status-policy", "");
            typed.put("legal-basis", "x".repeat(201));
            Page form = checked(typed);
            assertThat(form.status()).isEqualTo(422);
            for (String field : new String[] {
                "name",
                "registration-id",
                "country",
                "street",
                "reachable-at",
                "information",
                "issuance",
                "sd-jwt-types",
                "status-policy",
                "legal-basis"
            }) {
                assertThat(form.has(field + "-error")).as(field).isTrue();
            }
            assertThat(form.has("postal-code-error")).isFalse();
            assertThat(form.form("check")).containsAllEntriesOf(without(typed, "status-policy"));
        }

        private Map<String, String> without(Map<String, String> fields, String name) {
            Map<String, String> rest = new HashMap<>(fields);
            rest.remove(name);
            return rest;
        }

        @Test
        void gives_uploaded_files_back_as_text() throws Exception {
            TestKey key = TestKey.create("Uploaded");
            Map<String, String> typed = typed("", "");
            Page form = karla.upload(
                    karla.open("/admin/proposals/new?purpose=pid"),
                    "check",
                    typed,
                    Map.of("issuance-file", key.certificate().getEncoded()));
            assertThat(form.status()).isEqualTo(422);
            assertThat(form.form("check").get("issuance").replaceAll("\\s", ""))
                    .isEqualTo(key.certificatePem().replaceAll("\\s", ""));
            Page check = karla.upload(form, "check", Map.of("name", "Aus einer Datei"), Map.of());
            assertThat(check.text("issuance-1-subject")).contains("Uploaded");
            Page again = karla.send(check, "edit", Map.of());
            assertThat(again.form("check")).containsEntry("name", "Aus einer Datei");
        }

        @Test
        void rejects_files_that_are_no_certificates() {
            Map<String, String> typed = typed("Falsche Datei", "");
            Page form = karla.upload(
                    karla.open("/admin/proposals/new?purpose=pid"),
                    "check",
                    typed,
                    Map.of("issuance-file", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
            assertThat(form.status()).isEqualTo(422);
            assertThat(form.has("issuance-error")).isTrue();
            assertThat(form.form("check")).containsEntry("name", "Falsche Datei");
        }

        @Test
        void rejects_files_that_are_too_large() {
            Page large = karla.upload(
                    karla.open("/admin/proposals/new?purpose=pid"),
                    "check",
                    typed("Groß"),
                    Map.of("issuance-file", new byte[200_000]));
            assertThat(large.status()).isEqualTo(422);
            assertThat(large.form("check")).containsEntry("name", "Groß");
            Page huge = karla.upload(
                    karla.open("/admin/proposals/new?purpose=pid"),
                    "check",
                    typed("Riesig"),
                    Map.of("issuance-file", new byte[3_000_000]));
            assertThat(huge.status()).isEqualTo(413);
            assertThat(huge.has("too-large")).isTrue();
        }

        @Test
        void rejects_files_of_unknown_length() {
            Page form = karla.open("/admin/proposals/new?purpose=pid");
            assertThat(karla.body(
                                    "/admin/proposals/check",
                                    "multipart/form-data; boundary=x",
                                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10])))
                            .status())
                    .isEqualTo(413);
            assertThat(form.status()).isEqualTo(200);
        }

        @Test
        void rejects_forms_that_are_no_forms() {
            Page form = karla.open("/admin/proposals/new?purpose=pid");
            Map<String, byte[]> many = new HashMap<>();
            for (int i = 0; i < 200; i++) {
                many.put("f" + i, new byte[1]);
            }
            assertThat(karla.multipart("/admin/proposals/check", form.form("check"), many)
                            .status())
                    .isBetween(400, 499);
            for (String type : new String[] {"multipart/form-data", "multipart/form-data; boundary=x", "MULTIPART/x"}) {
                assertThat(karla.body("/admin/proposals/check", type, BodyPublishers.ofString("--y\r\n\r\nz"))
                                .status())
                        .as(type)
                        .isBetween(400, 499);
            }
        }

        @Test
        void rejects_files_everywhere_else() {
            Page form = karla.open("/admin/proposals/new?purpose=pid");
            assertThat(karla.multipart("/admin/proposals", form.form("check"), Map.of("x", new byte[10]))
                            .status())
                    .isEqualTo(415);
        }

        @Test
        void rejects_what_a_colleague_would_call_an_error() {
            TestKey old = TestKey.create("Old", TestKey.NOW.minus(Duration.ofDays(1)));
            Page check = checked(typed("Abgelaufen", old.certificatePem()));
            assertThat(check.has("blocked")).isTrue();
            assertThat(check.has("propose")).isFalse();
            assertThat(karla.post("/admin/proposals", check.form("edit")).status())
                    .isEqualTo(422);
        }

        @Test
        void rejects_the_key_of_another_entity() {
            TestKey key = TestKey.create("Shared");
            Page proposal = proposed(typed("Erster mit Schlüssel", key.certificatePem()));
            anna.send(anna.open(proposal.path()), "approve", Map.of("reason", "ok"));
            Page check = checked(typed("Zweiter mit Schlüssel", key.certificatePem()));
            assertThat(check.text("refusal")).contains("belongs to another entity");
            assertThat(check.has("propose")).isFalse();
            assertThat(karla.post("/admin/proposals", check.form("edit")).status())
                    .isEqualTo(409);
        }

        @Test
        void proposes_once_though_the_form_is_sent_twice() {
            Page check = checked(typed("Doppelt"));
            assertThat(karla.send(check, "propose", Map.of()).path())
                    .isEqualTo(karla.send(check, "propose", Map.of()).path());
        }
    }

    @Nested
    class Deciding {

        @Test
        void rejects_the_same_person() {
            Page form = anna.open("/admin/proposals/new?purpose=pid");
            Page proposal = anna.send(anna.upload(form, "check", typed("Annas eigene"), Map.of()), "propose", Map.of());
            assertThat(proposal.has("own-proposal")).isTrue();
            assertThat(proposal.has("approve")).isFalse();
            Map<String, String> fields = proposal.form("withdraw");
            fields.put("reason", "trotzdem");
            fields.put("hash", "00");
            assertThat(anna.post(proposal.path() + "/approve", fields).status()).isEqualTo(409);
            assertThat(anna.post(proposal.path() + "/reject", fields).text("refusal"))
                    .contains("Another person must do this");
            assertThat(anna.send(proposal, "withdraw", Map.of("reason", "vertippt"))
                            .attribute("state", "data-state"))
                    .isEqualTo("withdrawn");
        }

        @Test
        void rejects_another_version_than_the_one_that_was_seen() {
            Page seen = anna.open(proposed("Andere Fassung").path());
            Page refused = anna.send(seen, "approve", Map.of("reason", "ok", "hash", "0".repeat(64)));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.has("refusal")).isTrue();
            assertThat(refused.text("approve-reason")).isEqualTo("ok");
            assertThat(refused.attribute("state", "data-state")).isEqualTo("pending");
        }

        @Test
        void rejects_a_confirmation_of_another_proposal() {
            Page one = anna.open(proposed("Bestätigt").path());
            Page other = anna.open(proposed("Nicht bestätigt").path());
            Map<String, String> fields = other.form("approve");
            fields.put("reason", "ok");
            fields.put("confirmation", one.form("approve").get("confirmation"));
            Page refused = anna.post(other.action("approve"), fields);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("refusal")).contains("Something else was confirmed");
        }

        @Test
        void asks_for_a_reason() {
            Page seen = anna.open(proposed("Ohne Grund").path());
            Page again = anna.send(seen, "approve", Map.of("reason", " "));
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.has("approve-reason-error")).isTrue();
            assertThat(anna.send(again, "approve", Map.of("reason", "doch")).attribute("state", "data-state"))
                    .isEqualTo("approved");
        }

        @Test
        void decides_once_though_the_button_is_pressed_twice() {
            Page seen = anna.open(proposed("Zweimal gedrückt").path());
            anna.send(seen, "reject", Map.of("reason", "nein"));
            Page twice = anna.send(seen, "reject", Map.of("reason", "nein"));
            assertThat(twice.status()).isEqualTo(409);
            assertThat(twice.text("refusal")).contains("decided already");
            assertThat(twice.attribute("state", "data-state")).isEqualTo("rejected");
            assertThat(twice.text("outcome-reason")).contains("nein");
        }

        @Test
        void rejects_forms_without_their_token() {
            Page seen = anna.open(proposed("Ohne Token").path());
            Map<String, String> fields = seen.form("approve");
            fields.remove("_csrf");
            assertThat(anna.post(seen.action("approve"), fields).status()).isEqualTo(403);
            assertThat(karla.multipart("/admin/proposals/check", typed("Fremd"), Map.of())
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void says_that_a_proposal_has_lapsed_and_offers_it_anew() {
            Page proposal = proposed("Zu spät");
            StaffBrowser early = StaffBrowser.of(service, "anton");
            Page seen = early.open(proposal.path());
            CLOCK.advance(Duration.ofDays(7));
            StaffBrowser late = StaffBrowser.of(service, "anna");
            Page lapsed = late.open(proposal.path());
            assertThat(lapsed.attribute("state", "data-state")).isEqualTo("proposal_lapsed");
            assertThat(lapsed.has("approve")).isFalse();
            Map<String, String> fields = lapsed.form("sign-out");
            fields.putAll(Map.of("hash", seen.form("approve").get("hash"), "reason", "doch"));
            assertThat(late.post(proposal.path() + "/reject", fields).status()).isEqualTo(409);

            StaffBrowser curator = StaffBrowser.of(service, "karla");
            Page form = curator.open(curator.open(proposal.path()).attribute("repeat", "href"));
            assertThat(form.form("check")).containsEntry("name", "Zu spät").containsEntry("reason", "Betrieb beginnt");
            Page again = curator.send(curator.upload(form, "check", Map.of(), Map.of()), "propose", Map.of());
            assertThat(again.attribute("state", "data-state")).isEqualTo("pending");
            assertThat(again.path()).isNotEqualTo(proposal.path());
        }

        @Test
        void says_that_the_ground_has_moved_and_offers_it_anew() {
            String entity = entity(service, approved("Bewegter Grund"));
            Page one = change(entity, "Bewegter Grund eins");
            Page two = change(entity, "Bewegter Grund zwei");
            Page seen = anna.open(two.path());
            anna.send(anna.open(one.path()), "approve", Map.of("reason", "ok"));
            Page refused = anna.send(seen, "approve", Map.of("reason", "ok"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.attribute("state", "data-state")).isEqualTo("ground_moved");
            Page form = karla.open(karla.open(two.path()).attribute("repeat", "href"));
            Page check = karla.upload(form, "check", Map.of(), Map.of());
            assertThat(check.text("differences")).contains("Bewegter Grund eins");
            assertThat(karla.send(check, "propose", Map.of()).attribute("state", "data-state"))
                    .isEqualTo("pending");
        }

        private Page change(String entity, String name) {
            Page form = karla.open("/admin/entities/" + entity + "/change");
            Page check = karla.upload(form, "check", Map.of("name", name, "reason", "Umbenennung"), Map.of());
            return karla.send(check, "propose", Map.of());
        }
    }

    @Nested
    class Waiting {

        @Test
        void finds_by_name_and_identifier_and_says_when_nothing_fits() {
            proposed("Findbare Druckerei");
            assertThat(anna.open("/admin/decisions?text=findbare+dr").text("waiting"))
                    .contains("Findbare Druckerei")
                    .contains("other than Karla Kuratorin");
            String id = "ntrde-" + Integer.toHexString("Findbare Druckerei".hashCode());
            assertThat(anna.open("/admin/decisions?text=" + id).text("waiting")).contains("Findbare Druckerei");
            assertThat(anna.open("/admin/decisions?text=nothing+like+it").text("empty"))
                    .contains("No proposal fits");
            assertThat(anna.open("/admin/decisions?page=99").status()).isEqualTo(200);
        }

        @Test
        void names_a_proposer_whose_account_was_suspended_since() {
            String mara = "6f1d3c52-58a1-4a3e-9d5e-0c8b7b0a1f11";
            service.bean(JdbcTemplate.class)
                    .update("INSERT INTO trust_staff.member (id, name, state, created_at)" + " VALUES ('" + mara
                            + "', 'Mara Fort', 'suspended', now())");
            Proposal proposal = service.bean(ProposeIssuer.class)
                    .propose(TestKey.create("Fort").issuer("Fort"), new StaffId(mara), "neu");
            assertThat(anna.open("/admin/decisions/" + proposal.id()).text("proposer"))
                    .isEqualTo("Mara Fort (account suspended)");
        }

        @Test
        void turns_pages() {
            for (int i = 0; i < 21; i++) {
                CLOCK.advance(Duration.ofSeconds(1));
                service.bean(ProposeIssuer.class)
                        .propose(TestKey.create("Page " + i).issuer("Seite" + i), TestService.ANNA, "viele");
            }
            Page first = anna.open("/admin/decisions?text=Seite");
            assertThat(first.text("waiting")).contains("Seite0 ").doesNotContain("Seite20 ");
            assertThat(anna.open(first.attribute("next-page", "href").replace("&amp;", "&"))
                            .text("waiting"))
                    .contains("Seite20 ");
            for (int i = 0; i < 11; i++) {
                CLOCK.advance(Duration.ofSeconds(1));
                anna.send(anna.open(proposed("Alt" + i).path()), "reject", Map.of("reason", "nein"));
            }
            Page decided = anna.open("/admin/decisions");
            assertThat(decided.text("decided")).contains("Alt10").doesNotContain("Alt0 ");
            assertThat(anna.open(decided.attribute("older-decisions", "href")).text("decided"))
                    .contains("Alt0 ");
        }
    }

    @Nested
    class Distrusting {

        @Test
        void takes_one_person_off_the_list_and_two_back() throws Exception {
            String entity = entity(service, approved("Entwendet"));
            StaffBrowser emil = StaffBrowser.of(service, "emil");
            Page page = emil.open("/admin/entities/" + entity + "/suspend");
            assertThat(page.has("what-happens")).isTrue();
            assertThat(page.text("usage")).contains("not known");
            Page off = emil.send(page, "suspend", Map.of("reason", "Schlüssel gestohlen"));
            assertThat(off.attribute("state", "data-state")).isEqualTo("unconfirmed");
            assertThat(off.text("off-since")).contains("pid-providers");
            assertThat(off.text("returns-at")).contains("72 hours");
            assertThat(off.has("own-suspension")).isTrue();
            assertThat(off.has("confirm")).isFalse();
            assertThat(isListed("Entwendet")).isFalse();
            assertThat(emil.open("/admin/suspensions").html()).contains("Entwendet");

            Page confirmed = anna.send(anna.open(off.path()), "confirm", Map.of("reason", "angerufen"));
            assertThat(confirmed.attribute("state", "data-state")).isEqualTo("confirmed");
            assertThat(confirmed.text("confirmed-by")).contains("Anna Freigeberin");

            Page back = karla.send(karla.open(off.path()), "resume", Map.of("reason", "neuer Schlüssel geprüft"));
            assertThat(isListed("Entwendet")).isFalse();
            anna.send(anna.open(back.path()), "approve", Map.of("reason", "geprüft"));
            assertThat(isListed("Entwendet")).isTrue();
            assertThat(emil.open(off.path()).text("state")).contains("On the list again");
        }

        @Test
        void says_that_approving_a_change_lifts_the_suspension() {
            String entity = entity(service, approved("Still gelegt"));
            Page form = karla.open("/admin/entities/" + entity + "/change");
            Map<String, String> renamed = Map.of("name", "Umbenannt", "reason", "Umbenennung");
            assertThat(karla.upload(form, "check", renamed, Map.of()).has("lifts-suspension"))
                    .isFalse();
            StaffBrowser emil = StaffBrowser.of(service, "emil");
            emil.send(emil.open("/admin/entities/" + entity + "/suspend"), "suspend", Map.of("reason", "Verdacht"));
            Page check = karla.upload(form, "check", renamed, Map.of());
            assertThat(check.text("lifts-suspension")).contains("Verdacht");
            Page proposal = karla.send(check, "propose", Map.of());
            assertThat(anna.open(proposal.path()).text("lifts-suspension"))
                    .contains("trusts it again at once")
                    .contains("Verdacht");
        }

        @Test
        void returns_by_itself_if_nobody_confirms() throws Exception {
            String entity = entity(service, approved("Nie bestätigt"));
            StaffBrowser emil = StaffBrowser.of(service, "emil");
            emil.send(emil.open("/admin/entities/" + entity + "/suspend"), "suspend", Map.of("reason", "Verdacht"));
            CLOCK.advance(Duration.ofHours(72));
            service.bean(KeepDeadlines.class).tick();
            assertThat(isListed("Nie bestätigt")).isTrue();
        }

        @Test
        void suspends_once_though_the_button_is_pressed_twice() {
            String entity = entity(service, approved("Zweimal ausgesetzt"));
            StaffBrowser emil = StaffBrowser.of(service, "emil");
            Page page = emil.open("/admin/entities/" + entity + "/suspend");
            emil.send(page, "suspend", Map.of("reason", "Verdacht"));
            Page twice = emil.send(page, "suspend", Map.of("reason", "Verdacht"));
            assertThat(twice.status()).isEqualTo(409);
            assertThat(twice.has("not-listed")).isTrue();
        }

        @Test
        void removes_for_good() throws Exception {
            String entity = entity(service, approved("Eingestellt"));
            karla.send(
                    karla.open("/admin/entities/" + entity + "/remove"), "remove", Map.of("reason", "Betrieb zu Ende"));
            assertThat(isListed("Eingestellt")).isFalse();
            assertThat(karla.open("/admin/entities/" + entity + "/remove").has("not-listed"))
                    .isTrue();
        }
    }
}
