// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;

/** Signing in through another provider: linked first, then known by issuer and subject, and refused for anything else. */
class OpenIdSignInTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static TestProvider provider;
    private static TestStaff.Place place;
    private static TestStaff staff;

    @BeforeAll
    static void start() throws Exception {
        provider = new TestProvider(NOW);
        place = TestStaff.Place.create();
        staff = TestStaff.start(
                place,
                "--test.staff.openid-provider.issuer=" + provider.issuer(),
                "--test.staff.openid-provider.client-id=" + TestProvider.CLIENT,
                "--test.staff.openid-provider.client-secret=s&cret",
                "--test.staff.openid-provider.name=Stadt-Konto");
    }

    @AfterAll
    static void stop() {
        staff.close();
        provider.close();
    }

    @BeforeEach
    void begin() {
        place.execute("DELETE FROM test_staff.openid_identity");
        provider.change = claims -> claims;
        provider.subject = "subject-1";
        provider.issuerInMetadata = provider.issuer();
    }

    /** A browser that stops where it is sent. */
    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String begin(HttpClient browser) throws Exception {
        HttpResponse<String> response = get(browser, staff.uri("/staff/openid/start"));
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static URI callback(String address, String code) {
        return staff.uri("/staff/openid/callback?code=" + code + "&state=" + TestProvider.parameter(address, "state")
                + "&iss=" + provider.issuer());
    }

    private static HttpResponse<String> signIn(HttpClient browser) throws Exception {
        String address = begin(browser);
        return get(browser, callback(address, provider.code(address)));
    }

    private static void link(String person, String subject) {
        String id = staff.bean(StaffProcess.class).sandboxPeople().stream()
                .filter(known -> known.key().equals(person))
                .map(SandboxPerson::id)
                .findFirst()
                .orElseThrow()
                .value();
        place.execute("INSERT INTO test_staff.openid_identity VALUES ('" + provider.issuer() + "', '" + subject + "', '"
                + id + "', now())");
    }

    private static void refused(HttpResponse<String> response, OpenIdRefusedException.Reason reason) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("reason-" + reason.code());
    }

    @Test
    void signs_in_whoever_is_linked_and_lets_them_confirm_nothing() throws Exception {
        link("stella", "subject-1");
        HttpClient browser = browser();
        HttpResponse<String> done = signIn(browser);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("openid-go-on");
        assertThat(get(browser, staff.uri("/staff")).body()).contains("Stella Stab");
        HttpResponse<String> keys = get(browser, staff.uri("/staff/keys"));
        assertThat(keys.body()).contains("create-key-impossible");
    }

    @Test
    void links_on_a_page_of_somebody_signed_in_and_never_by_address() throws Exception {
        refused(signIn(browser()), OpenIdRefusedException.Reason.IDENTITY_UNKNOWN);
        StaffBrowser stella = staff.browser().signIn("stella");
        HttpResponse<String> page = stella.post(stella.get("/staff/openid"), "/staff/openid/link", Map.of());
        Matcher link =
                Pattern.compile("id=\"openid-continue\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(link.find()).isTrue();
        String address = link.group(1).replace("&amp;", "&");
        URI callback = callback(address, provider.code(address));
        assertThat(stella.get(callback.getPath() + "?" + callback.getQuery()).statusCode())
                .isEqualTo(200);
        assertThat(stella.get("/staff/openid").body()).contains("openid-linked");
        assertThat(signIn(browser()).statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_an_identity_of_somebody_else() throws Exception {
        link("rolf", "subject-1");
        StaffBrowser stella = staff.browser().signIn("stella");
        HttpResponse<String> page = stella.post(stella.get("/staff/openid"), "/staff/openid/link", Map.of());
        Matcher link =
                Pattern.compile("id=\"openid-continue\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(link.find()).isTrue();
        String address = link.group(1).replace("&amp;", "&");
        URI callback = callback(address, provider.code(address));
        refused(
                stella.get(callback.getPath() + "?" + callback.getQuery()),
                OpenIdRefusedException.Reason.IDENTITY_TAKEN);
    }

    @Test
    void refuses_a_suspended_person() throws Exception {
        link("nora", "subject-1");
        place.execute("UPDATE test_staff.member SET state = 'suspended' WHERE name = 'Nora Neu'");
        try {
            refused(signIn(browser()), OpenIdRefusedException.Reason.IDENTITY_UNKNOWN);
        } finally {
            place.execute("UPDATE test_staff.member SET state = 'active'");
        }
    }

    @Test
    void refuses_the_answer_to_somebody_elses_attempt() throws Exception {
        link("stella", "subject-1");
        String attackers = begin(browser());
        HttpClient victim = browser();
        begin(victim);
        refused(
                get(victim, callback(attackers, provider.code(attackers))),
                OpenIdRefusedException.Reason.STATE_MISMATCH);
        refused(
                get(browser(), callback(attackers, provider.code(attackers))),
                OpenIdRefusedException.Reason.STATE_MISMATCH);
    }

    @Test
    void refuses_a_code_twice_and_another_issuer_and_a_refusal() throws Exception {
        link("stella", "subject-1");
        HttpClient browser = browser();
        String address = begin(browser);
        URI callback = callback(address, provider.code(address));
        assertThat(get(browser, callback).statusCode()).isEqualTo(200);
        refused(get(browser, callback), OpenIdRefusedException.Reason.STATE_MISMATCH);
        String next = begin(browser);
        String state = TestProvider.parameter(next, "state");
        refused(
                get(browser, staff.uri("/staff/openid/callback?code=x&iss=https://other.example&state=" + state)),
                OpenIdRefusedException.Reason.ISSUER_MISMATCH);
        String again = begin(browser);
        refused(
                get(
                        browser,
                        staff.uri("/staff/openid/callback?error=access_denied&state="
                                + TestProvider.parameter(again, "state"))),
                OpenIdRefusedException.Reason.DECLINED);
        String wrong = begin(browser);
        refused(get(browser, callback(wrong, "unknown")), OpenIdRefusedException.Reason.CODE_REFUSED);
    }

    @Test
    void refuses_metadata_of_another_issuer() throws Exception {
        provider.issuerInMetadata = "https://other.example";
        refused(
                get(browser(), staff.uri("/staff/openid/start")),
                OpenIdRefusedException.Reason.PROVIDER_METADATA_INVALID);
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong(claims -> claims.issuer("https://other.example"), OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(claims -> claims.audience("other"), OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(
                        claims -> claims.audience(List.of(TestProvider.CLIENT, "other")),
                        OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(
                        claims -> claims.expirationTime(Date.from(NOW.minusSeconds(61))),
                        OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(claims -> claims.expirationTime(null), OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(
                        claims -> claims.issueTime(Date.from(NOW.minusSeconds(700))),
                        OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(
                        claims -> claims.issueTime(Date.from(NOW.plusSeconds(120))),
                        OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(claims -> claims.subject(null), OpenIdRefusedException.Reason.ID_TOKEN_INVALID),
                wrong(claims -> claims.claim("nonce", "other"), OpenIdRefusedException.Reason.NONCE_MISMATCH),
                wrong(claims -> claims.claim("nonce", null), OpenIdRefusedException.Reason.NONCE_MISMATCH),
                wrong(claims -> claims.subject("other"), OpenIdRefusedException.Reason.IDENTITY_UNKNOWN));
    }

    private static Arguments wrong(UnaryOperator<JWTClaimsSet.Builder> change, OpenIdRefusedException.Reason reason) {
        return Arguments.of(change, reason);
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void refuses_a_token_with_one_thing_wrong(
            UnaryOperator<JWTClaimsSet.Builder> change, OpenIdRefusedException.Reason reason) throws Exception {
        link("stella", "subject-1");
        provider.change = change;
        refused(signIn(browser()), reason);
    }

    @Test
    void has_no_such_pages_without_a_provider() {
        try (TestStaff without = TestStaff.start(place)) {
            StaffBrowser stella = new StaffBrowser(without.uri("/")).signIn("stella");
            assertThat(stella.get("/staff/openid").statusCode()).isEqualTo(404);
            assertThat(stella.get("/staff/openid/start").statusCode()).isEqualTo(404);
            assertThat(stella.get("/staff/sign-in").body()).doesNotContain("openid-sign-in");
        }
        assertThat(staff.browser().get("/staff/sign-in").body()).contains("openid-sign-in", "Stadt-Konto");
    }
}
