// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.apikey.ApiKeyRefusedException.Reason;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;

/** Keys from the page where they are made to the request that is refused. */
class ApiKeysTest {

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

    private static StaffMember member(String person) {
        SandboxPerson known = staff.bean(StaffProcess.class).sandboxPeople().stream()
                .filter(p -> p.key().equals(person))
                .findFirst()
                .orElseThrow();
        StaffMembers.Account account =
                staff.bean(StaffMembers.class).findActive(known.id()).orElseThrow();
        return new StaffMember(account.id(), account.name(), account.grants(), SignIn.SANDBOX);
    }

    private static CreateApiKey.Created key(String person) {
        StaffMember member = member(person);
        return staff.bean(CreateApiKey.class).create(member, "test", member.grants(), 90);
    }

    private static HttpResponse<String> who(String authorization) {
        return call("GET", "/api/v1/who", authorization);
    }

    private static HttpResponse<String> call(String method, String path, String authorization) {
        return staff.browser()
                .send(HttpRequest.newBuilder(staff.uri(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Authorization", authorization)
                        .build());
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("anybody:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"stadttor\", error=\"invalid_token\"");
        assertThat(response.body()).contains("\"code\":\"api_key_invalid\"");
    }

    @Test
    void makes_a_key_on_the_page_and_shows_it_once() {
        StaffBrowser browser = staff.browser().signIn("olga");
        HttpResponse<String> page = browser.post(
                browser.get("/staff/keys"),
                "/staff/keys",
                Map.of("name", "Unser <b>Skript", "days", "30", "grants", "owner /de/by/musterstadt/"));
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher secret = Pattern.compile("stk_[0-9a-f]{72}").matcher(page.body());
        assertThat(secret.find()).isTrue();
        assertThat(page.body()).contains("Unser &lt;b&gt;Skript").doesNotContain("<b>Skript");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(browser.get("/staff/keys").body()).doesNotContain(secret.group());
        HttpResponse<String> answer = who("Bearer " + secret.group());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("API_KEY owner/de/by/musterstadt/");
    }

    @Test
    void keeps_what_was_typed_and_says_what_is_wrong_with_it() {
        StaffBrowser browser = staff.browser().signIn("olga");
        HttpResponse<String> page = browser.post(
                browser.get("/staff/keys"),
                "/staff/keys",
                Map.of("name", "Mein Skript", "days", "366", "grants", "owner /de/by/musterstadt/"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("key-days-error", "Mein Skript", "value=\"366\"");
        HttpResponse<String> without = browser.postRaw(
                "/staff/keys",
                Map.of("name", "x", "days", "1", "_csrf", token(page), "grants", "owner /de/by/musterstadt/"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("keys-error").doesNotContain("stk_");
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void revokes_a_key_of_ones_own_only() {
        CreateApiKey.Created created = key("olga");
        String bearer = "Bearer " + created.secret().text();
        assertThat(who(bearer).statusCode()).isEqualTo(200);
        String path = "/staff/keys/" + created.key().id() + "/revoke";
        StaffBrowser theo = staff.browser().signIn("theo");
        assertThat(theo.post(theo.get("/staff/keys"), path, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(who(bearer).statusCode()).isEqualTo(200);
        StaffBrowser olga = staff.browser().signIn("olga");
        assertThat(olga.post(olga.get("/staff/keys"), path, Map.of()).statusCode())
                .isEqualTo(200);
        assertRefused(who(bearer));
    }

    @Test
    void ends_with_its_time() {
        String bearer = "Bearer " + key("olga").secret().text();
        staff.clock().advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(who(bearer).statusCode()).isEqualTo(200);
        staff.clock().advance(Duration.ofSeconds(1));
        assertRefused(who(bearer));
    }

    @Test
    void dies_with_its_owner_on_every_node() {
        String bearer = "Bearer " + key("theo").secret().text();
        assertThat(who(bearer).statusCode()).isEqualTo(403);
        place.execute("UPDATE test_staff.member SET state = 'suspended' WHERE id = '"
                + member("theo").id() + "'");
        try {
            assertRefused(who(bearer));
        } finally {
            place.execute("UPDATE test_staff.member SET state = 'active'");
        }
    }

    @Test
    void loses_what_its_owner_loses() {
        String bearer = "Bearer " + key("rolf").secret().text();
        assertThat(who(bearer).body()).isEqualTo("API_KEY registrar/");
        place.execute("UPDATE test_staff.member_grant SET part = '/de/' WHERE role = 'registrar'");
        try {
            assertThat(who(bearer).body()).isEqualTo("API_KEY registrar/de/");
        } finally {
            place.execute("UPDATE test_staff.member_grant SET part = '/' WHERE role = 'registrar'");
        }
    }

    @Test
    void is_dead_where_there_is_no_sandbox() {
        String bearer = "Bearer " + key("olga").secret().text();
        try (TestStaff strict = TestStaff.start(place, "--test.staff.sandbox-sign-in=false")) {
            HttpResponse<String> answer = staff.browser()
                    .send(HttpRequest.newBuilder(strict.uri("/api/v1/who"))
                            .header("Authorization", bearer)
                            .build());
            assertRefused(answer);
        }
    }

    @Test
    void serves_as_a_password_for_feeds_only() {
        String secret = key("olga").secret().text();
        assertThat(call("GET", "/api/v1/feed.ics", basic(secret)).statusCode()).isEqualTo(200);
        assertRefused(who(basic(secret)));
        assertThat(staff.browser().get("/api/v1/feed.ics").headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"stadttor\"");
    }

    @Test
    void needs_no_token_against_forgery_and_takes_no_session() {
        String bearer = "Bearer " + key("olga").secret().text();
        assertThat(call("POST", "/api/v1/who", bearer).statusCode()).isEqualTo(200);
        StaffBrowser signedIn = staff.browser().signIn("olga");
        HttpResponse<String> bySession = signedIn.get("/api/v1/who");
        assertThat(bySession.statusCode()).isEqualTo(401);
        assertThat(bySession.body()).contains("api_key_missing");
        assertThat(signedIn.send(HttpRequest.newBuilder(staff.uri("/staff/keys"))
                                .header("Authorization", bearer)
                                .build())
                        .body())
                .contains("Olga");
        assertThat(call("GET", "/staff/keys", bearer).uri().getPath()).isEqualTo("/staff/sign-in");
    }

    @Test
    void denies_what_no_route_names() {
        String bearer = "Bearer " + key("olga").secret().text();
        HttpResponse<String> answer = call("GET", "/api/v1/forgotten", bearer);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(call("DELETE", "/api/v1/who", bearer).statusCode()).isEqualTo(403);
    }

    @Test
    void slows_down_who_guesses_and_nobody_else() {
        String wrong = "Bearer " + ApiKeySecret.random(new SecureRandom()).text();
        String right = "Bearer " + key("olga").secret().text();
        HttpResponse<String> answer = who(wrong);
        for (int i = 0; i < 60 && answer.statusCode() == 401; i++) {
            answer = who(wrong);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(who(right).statusCode()).isEqualTo(200);
        staff.clock().advance(Duration.ofMinutes(1));
        assertRefused(who(wrong));
    }

    @Test
    void stores_no_key_and_notes_the_day_of_its_use() {
        CreateApiKey.Created created = key("olga");
        assertThat(who("Bearer " + created.secret().text()).statusCode()).isEqualTo(200);
        Map<String, Object> row = staff.bean(JdbcClient.class)
                .sql("SELECT key_hash, last_used_on::text AS day FROM test_staff.api_key WHERE id = ?")
                .param(created.key().id())
                .query()
                .singleRow();
        assertThat((byte[]) row.get("key_hash")).isEqualTo(created.secret().hash());
        assertThat(row.get("day")).isEqualTo(staff.clock().instant().toString().substring(0, 10));
        assertThat(staff.bean(JdbcClient.class)
                        .sql("SELECT details FROM audit.entry WHERE subject = ?")
                        .param(created.key().id().toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("owner")
                .doesNotContain("stk_");
    }

    @Test
    void refuses_keys_that_reach_too_far() {
        StaffMember olga = member("olga");
        CreateApiKey create = staff.bean(CreateApiKey.class);
        assertRefused(Reason.GRANT_NOT_OWN, () -> create.create(olga, "x", Set.of(Grant.whole("owner")), 1));
        assertRefused(Reason.GRANTS_MISSING, () -> create.create(olga, "x", Set.of(), 1));
        assertRefused(Reason.LIFETIME_INVALID, () -> create.create(olga, "x", olga.grants(), 366));
        assertRefused(Reason.LIFETIME_INVALID, () -> create.create(olga, "x", olga.grants(), 0));
        assertRefused(Reason.NAME_INVALID, () -> create.create(olga, " ", olga.grants(), 1));
        assertRefused(Reason.NAME_INVALID, () -> create.create(olga, "x".repeat(61), olga.grants(), 1));
        StaffMember byKey = new StaffMember(olga.id(), olga.name(), olga.grants(), SignIn.API_KEY);
        assertRefused(Reason.NOT_WITH_A_KEY, () -> create.create(byKey, "x", olga.grants(), 1));
        StaffMember alma = member("alma");
        for (int i = 0; i < CreateApiKey.MAX_KEYS; i++) {
            create.create(alma, "x", alma.grants(), 1);
        }
        assertRefused(Reason.TOO_MANY_KEYS, () -> create.create(alma, "x", alma.grants(), 1));
    }

    private static void assertRefused(Reason reason, Runnable attempt) {
        assertThatExceptionOfType(ApiKeyRefusedException.class)
                .isThrownBy(attempt::run)
                .extracting(ApiKeyRefusedException::reason)
                .isEqualTo(reason);
    }
}
