// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stadttor.idp.ScriptedRooms.HANDLE;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.LoginRoom;
import org.stadttor.idp.PageBrowser;
import org.stadttor.idp.ScriptedRooms;
import org.stadttor.idp.citizen.CitizenNotIdentifiableException;
import org.stadttor.idp.login.RegisterWallet;
import org.stadttor.idp.login.SupportCode;
import org.stadttor.idp.login.Wallet;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.openid4vp.RequestUriMethod;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationStatus;

/** Every page in every state, over real HTTP and without scripts. */
class LoginPagesTest {

    private static final String LOGIN = "/login?request=" + HANDLE;
    private static final String OTHER_DEVICE = "/login/other-device?request=" + HANDLE;
    private static final String RESULT = "/login/result?request=" + HANDLE + "&flow=";
    private static final CredentialIssuer ISSUER = new CredentialIssuer("Test", "DE", "00", 1);

    private static LoginRoom room;
    private PageBrowser browser;
    private ScriptedRooms rooms;

    @BeforeAll
    static void start() {
        room = LoginRoom.start(TestDatabase.create(), "--stadttor.login.watchers=1");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @BeforeEach
    void newBrowser() {
        browser = room.browser();
        rooms = room.rooms();
    }

    @Nested
    class Start {

        @Test
        void names_the_portal_and_what_it_asks_for() throws Exception {
            HttpResponse<String> page = browser.get(LOGIN, "Accept-Language", "de");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Anmelden bei Serviceportal Musterstadt")
                    .contains("id=\"attribute-family_name\"", "Familienname", "Um Personen gleichen Namens")
                    .contains("erforderlich", "freiwillig")
                    .contains("href=\"https://portal.example/datenschutz\"")
                    .contains("Sie noch 5 Minuten")
                    .doesNotContain("attribute-title", "th:", "??");
        }

        @Test
        void speaks_english_and_marks_what_is_german() throws Exception {
            String page = browser.get(LOGIN + "&lang=en").body();

            assertThat(page)
                    .contains("Log in to Musterstadt service portal", "Family name", "required", "With Example Wallet")
                    .contains("<span class=\"ui-asked__why\" lang=\"de\">Damit wir")
                    .contains("<span class=\"ui-asked__why\" lang=\"en\">To tell people")
                    .doesNotContain("??");
        }

        @Test
        void prefers_the_languages_of_the_portal() throws Exception {
            rooms.uiLocales = List.of(Locale.ENGLISH);

            assertThat(browser.get(LOGIN, "Accept-Language", "de").body()).contains("<html lang=\"en\"");
        }

        @Test
        void links_to_wallets_with_the_three_parameters_only() throws Exception {
            assertThat(browser.get(LOGIN).body())
                    .contains("id=\"wallet-beispiel\" href=\"https://wallet.example/open?client_id=x509_hash%3A")
                    .containsPattern("href=\"https://wallet.example/open\\?client_id=[^&\"]+&amp;request_uri=[^&\"]+"
                            + "&amp;request_uri_method=post\"");
        }

        @Test
        void asks_for_what_the_scopes_ask_and_no_more() throws Exception {
            browser.get(LOGIN);

            assertThat(rooms.started.getLast().attributes()).doesNotContain(PidAttribute.TITLE);
            assertThat(rooms.started.getLast().mandatory())
                    .containsExactlyInAnyOrder(
                            PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME, PidAttribute.BIRTHDATE);
            assertThat(rooms.started.getLast().flow()).isEqualTo(Flow.SAME_DEVICE);
            assertThat(rooms.started.getLast().onBehalfOf()).isEqualTo("musterstadt");
        }

        @Test
        void asks_once_however_often_it_is_loaded() throws Exception {
            String first = link(browser.get(LOGIN));
            String second = link(browser.get(LOGIN, "Sec-Purpose", "prefetch"));

            assertThat(rooms.started).hasSize(1);
            assertThat(second).isEqualTo(first);
        }

        @Test
        void asks_anew_when_the_presentation_has_expired() throws Exception {
            String first = link(browser.get(LOGIN));
            rooms.status.put(rooms.latest(), PresentationStatus.GONE);

            assertThat(link(browser.get(LOGIN))).isNotEqualTo(first);
            assertThat(rooms.started).hasSize(2);
        }

        @Test
        void says_when_the_wallet_has_opened_the_request() throws Exception {
            browser.get(LOGIN);
            rooms.status.put(rooms.latest(), PresentationStatus.OPENED);

            assertThat(browser.get(LOGIN).body()).contains("Ihre Wallet hat die Anfrage geöffnet");
        }

        @Test
        void goes_to_the_reason_when_the_wallet_was_refused() throws Exception {
            browser.get(LOGIN);
            rooms.refuse(rooms.latest(), "status_revoked");

            HttpResponse<String> answer = browser.get(LOGIN);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).isEqualTo(RESULT + "same_device");
        }

        @Test
        void never_completes_by_itself() throws Exception {
            browser.get(LOGIN);
            rooms.answer(rooms.latest(), ISSUER);

            assertThat(browser.get(LOGIN).body()).contains("Ihre Wallet hat geantwortet");
            assertThat(location(browser.get(RESULT + "same_device"))).isEqualTo(LOGIN);
            assertThat(rooms.ended).isNull();
        }

        @Test
        void offers_wallets_registered_meanwhile() throws Exception {
            room.bean(RegisterWallet.class)
                    .register(
                            new Wallet("neue", Map.of("de", "<b>Neue</b>"), "haip-vp://", RequestUriMethod.GET),
                            "test");

            assertThat(browser.get(LOGIN).body())
                    .contains("id=\"wallet-neue\" href=\"haip-vp://?client_id=")
                    .contains("Mit &lt;b&gt;Neue&lt;/b&gt; auf diesem Gerät");
        }

        @Test
        void needs_to_know_the_login() throws Exception {
            assertThat(browser.get("/login").statusCode()).isEqualTo(400);
            assertThat(browser.get("/login").body()).contains("konnte nicht gelesen werden");
        }
    }

    @Nested
    class Browser {

        @ParameterizedTest
        @ValueSource(strings = {LOGIN, OTHER_DEVICE, "/login/wait?request=" + HANDLE, RESULT + "cross_device"})
        void without_cookie_is_sent_back(String page) throws Exception {
            HttpResponse<String> answer = browser.withoutCookie().get(page);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("id=\"other-browser\"", "in dem Sie die Anmeldung begonnen haben");
            assertThat(rooms.started).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {LOGIN, OTHER_DEVICE, "/login/wait?request=" + HANDLE, RESULT + "cross_device"})
        void with_a_foreign_cookie_sees_an_ended_login(String page) throws Exception {
            rooms.owner = BrowserBinding.create(new java.security.SecureRandom());

            HttpResponse<String> answer = browser.get(page);

            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("id=\"ended\"").doesNotContain("Musterstadt");
            assertThat(rooms.started).isEmpty();
        }

        @Test
        void with_a_broken_cookie_is_sent_back() throws Exception {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            browser.withoutCookie()
                                    .request(LOGIN)
                                    .header("Cookie", "stadttor=abc")
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(403);
        }

        @Test
        void sees_an_ended_login_when_the_portal_was_suspended() throws Exception {
            rooms.live = false;

            assertThat(browser.get(LOGIN).statusCode()).isEqualTo(410);
        }
    }

    @Nested
    class OtherDevice {

        @Test
        void shows_code_link_and_warning() throws Exception {
            HttpResponse<String> page = browser.get(OTHER_DEVICE);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("src=\"data:image/svg+xml;base64,", "id=\"engagement-link\"")
                    .contains("href=\"openid4vp://?client_id=x509_hash")
                    .contains("Nur hier scannen", "Serviceportal Musterstadt")
                    .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>")
                    .doesNotContain("??");
            assertThat(rooms.started.getLast().flow()).isEqualTo(Flow.CROSS_DEVICE);
        }

        @Test
        void can_be_kept_from_reloading() throws Exception {
            assertThat(browser.get(OTHER_DEVICE + "&reload=off").body())
                    .doesNotContain("http-equiv=\"refresh\"")
                    .contains("id=\"reload\"");
        }

        @Test
        void keeps_the_code_while_it_is_fresh() throws Exception {
            browser.get(OTHER_DEVICE);
            browser.get(OTHER_DEVICE);

            assertThat(rooms.started).hasSize(1);
            assertThat(rooms.rotations).isZero();
        }

        @Test
        void hides_the_code_once_a_wallet_has_opened_it() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.status.put(rooms.latest(), PresentationStatus.OPENED);

            assertThat(browser.get(OTHER_DEVICE).body())
                    .contains("Eine Wallet hat die Anfrage geöffnet")
                    .doesNotContain("src=\"data:image/svg+xml");
        }

        @Test
        void completes_in_the_browser_that_waits() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.answer(rooms.latest(), ISSUER);

            assertThat(location(browser.get(OTHER_DEVICE))).isEqualTo(RESULT + "cross_device");
            HttpResponse<String> done = browser.get(RESULT + "cross_device");

            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(location(done)).isEqualTo("https://portal.example/callback?code=c0de&state=s&iss=x");
        }

        @Test
        void tells_the_wallets_browser_to_go_back() throws Exception {
            HttpResponse<String> page = browser.withoutCookie().get("/login/done");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Machen Sie bitte auf dem anderen Gerät weiter");
        }
    }

    @Nested
    class Return {

        @Test
        void completes_the_login() throws Exception {
            browser.get(LOGIN);
            rooms.answer(rooms.latest(), ISSUER);

            HttpResponse<String> done = browser.get("/login/return?response_code=code-of-" + rooms.latest());

            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(location(done)).startsWith("https://portal.example/callback?code=");
        }

        @Test
        void takes_nothing_in_another_browser() throws Exception {
            browser.get(LOGIN);
            rooms.answer(rooms.latest(), ISSUER);
            String address = "/login/return?response_code=code-of-" + rooms.latest();

            HttpResponse<String> other = browser.withoutCookie().get(address);

            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(other.body()).contains("id=\"other-browser\"");
            assertThat(location(browser.get(address))).startsWith("https://portal.example/callback?code=");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Sec-Purpose", "Purpose"})
        void takes_nothing_when_a_browser_looks_ahead(String header) throws Exception {
            browser.get(LOGIN);
            rooms.answer(rooms.latest(), ISSUER);
            String address = "/login/return?response_code=code-of-" + rooms.latest();

            assertThat(browser.get(address, header, "prefetch;prerender").statusCode())
                    .isEqualTo(503);
            assertThat(location(browser.get(address))).startsWith("https://portal.example/callback?code=");
        }

        @Test
        void says_so_when_there_is_nothing() throws Exception {
            assertThat(browser.get("/login/return?response_code=unknown").statusCode())
                    .isEqualTo(403);
        }

        @Test
        void leads_to_the_reason_of_a_refusal() throws Exception {
            browser.get(LOGIN);
            rooms.refuse(rooms.latest(), "expired");

            HttpResponse<String> answer = browser.get("/login/return?response_code=code-of-" + rooms.latest());

            assertThat(location(answer)).isEqualTo(RESULT + "same_device");
            assertThat(browser.get(RESULT + "same_device").body()).contains("Ihr digitaler Ausweis ist abgelaufen");
        }

        @Test
        void says_so_when_the_login_has_ended_meanwhile() throws Exception {
            browser.get(LOGIN);
            rooms.answer(rooms.latest(), ISSUER);
            rooms.ended = "elsewhere";

            HttpResponse<String> page = browser.get("/login/return?response_code=code-of-" + rooms.latest());

            assertThat(page.statusCode()).isEqualTo(410);
        }
    }

    @Nested
    class Refusal {

        @Test
        void is_shown_as_often_as_wanted_and_with_a_support_code() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.refuse(rooms.latest(), "status_revoked");

            browser.get(RESULT + "cross_device");
            HttpResponse<String> page = browser.get(RESULT + "cross_device");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Ihr digitaler Ausweis ist gesperrt")
                    .contains(SupportCode.of(rooms.latest()).value())
                    .contains("id=\"try-again\" href=\"" + OTHER_DEVICE + "\"")
                    .contains("id=\"other-wallet\" href=\"" + LOGIN + "\"")
                    .doesNotContain("status_revoked", "??");
        }

        @Test
        void lets_the_citizen_try_again_in_the_same_login() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.refuse(rooms.latest(), "wallet_access_denied");
            browser.get(RESULT + "cross_device");

            assertThat(browser.get(OTHER_DEVICE).statusCode()).isEqualTo(200);
            assertThat(rooms.started).hasSize(2);
        }

        @Test
        void by_matching_names_no_account() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.answer(rooms.latest(), ISSUER);
            rooms.notIdentifiable = CitizenNotIdentifiableException.Reason.MATCHING_COLLISION;

            HttpResponse<String> page = browser.get(RESULT + "cross_device");

            assertThat(page.body()).contains("nicht eindeutig zuordnen");
            assertThat(rooms.ended).isNull();
            assertThat(browser.get(RESULT + "cross_device").body()).contains("nicht eindeutig zuordnen");
        }

        @Test
        void leads_back_to_the_portal() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.refuse(rooms.latest(), "wallet_access_denied");
            HttpResponse<String> page = browser.get(RESULT + "cross_device");

            assertThat(location(browser.press(page, "cancel")))
                    .isEqualTo("https://portal.example/callback?error=access_denied&state=s&iss=x");
        }

        @Test
        void tells_the_portal_when_the_trouble_is_ours() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.refuse(rooms.latest(), "trust_list_unavailable");
            HttpResponse<String> page = browser.get(RESULT + "cross_device");

            assertThat(location(browser.press(page, "cancel"))).contains("error=temporarily_unavailable");
        }

        @Test
        void of_an_unknown_kind_has_a_sentence() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.refuse(rooms.latest(), "something_new");

            assertThat(browser.get(RESULT + "cross_device&lang=en").body()).contains("The login was refused");
        }
    }

    @Nested
    class Forms {

        @Test
        void cancel_by_access_denied() throws Exception {
            HttpResponse<String> answer = browser.press(browser.get(LOGIN), "cancel");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).contains("error=access_denied");
        }

        @Test
        void give_more_time() throws Exception {
            Instant before = rooms.expiresAt;

            HttpResponse<String> answer = browser.press(browser.get(OTHER_DEVICE), "more-time");

            assertThat(location(answer)).isEqualTo(OTHER_DEVICE);
            assertThat(rooms.expiresAt).isAfter(before);
            assertThat(rooms.started).hasSize(1);
        }

        @Test
        void give_no_more_time_than_there_is() throws Exception {
            rooms.latestExpiry = rooms.expiresAt;

            assertThat(browser.get(LOGIN).body()).doesNotContain("id=\"more-time\"");
        }

        @Test
        void warn_before_the_end() throws Exception {
            rooms.expiresAt = Instant.now().plusSeconds(50);

            assertThat(browser.get(LOGIN).body()).contains("noch 1 Minute.", "Die Zeit ist gleich um");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/login/cancel", "/login/more-time"})
        void are_refused_without_token(String path) throws Exception {
            HttpResponse<String> answer = browser.post(path, Map.of("request", HANDLE, "flow", "same_device"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("nicht angenommen");
            assertThat(rooms.ended).isNull();
        }

        @Test
        void are_refused_with_the_token_of_another_browser() throws Exception {
            HttpResponse<String> page = browser.get(LOGIN);
            PageBrowser other = room.browser();
            other.get(LOGIN);

            assertThat(other.press(page, "cancel").statusCode()).isEqualTo(403);
            assertThat(rooms.ended).isNull();
        }

        @Test
        void are_refused_with_the_token_of_another_login() throws Exception {
            String token = browser.get(LOGIN).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

            HttpResponse<String> answer =
                    browser.post("/login/cancel", Map.of("request", "b3RoZXItbG9naW4", "_csrf", token));

            assertThat(answer.statusCode()).isEqualTo(403);
        }

        @Test
        void are_refused_without_cookie() throws Exception {
            HttpResponse<String> page = browser.get(LOGIN);

            assertThat(browser.withoutCookie().press(page, "cancel").statusCode())
                    .isEqualTo(403);
            assertThat(rooms.ended).isNull();
        }

        @Test
        void are_no_links() throws Exception {
            assertThat(browser.get("/login/cancel?request=" + HANDLE).statusCode())
                    .isEqualTo(405);
            assertThat(rooms.ended).isNull();
        }
    }

    @Nested
    class Live {

        private static final String STATUS = "/login/status?request=" + HANDLE + "&flow=";

        @Test
        void status_says_how_far_it_is() throws Exception {
            browser.get(LOGIN);
            assertThat(browser.get(STATUS + "same_device").body())
                    .contains("\"status\":\"waiting\"")
                    .doesNotContain("image", "next");

            rooms.status.put(rooms.latest(), PresentationStatus.OPENED);
            assertThat(browser.get(STATUS + "same_device&lang=en").body())
                    .contains("\"status\":\"opened\"", "Please confirm there");

            rooms.answer(rooms.latest(), ISSUER);
            assertThat(browser.get(STATUS + "same_device").body())
                    .contains("\"status\":\"answered\"")
                    .doesNotContain("next");

            rooms.refuse(rooms.latest(), "expired");
            assertThat(browser.get(STATUS + "same_device").body()).contains("\"next\":\"" + RESULT + "same_device\"");
        }

        @Test
        void status_of_another_device_brings_the_code() throws Exception {
            browser.get(OTHER_DEVICE);
            assertThat(browser.get(STATUS + "cross_device").body())
                    .contains("\"image\":\"data:image/svg+xml", "\"link\":\"openid4vp://?client_id");

            rooms.answer(rooms.latest(), ISSUER);
            assertThat(browser.get(STATUS + "cross_device").body()).contains("\"next\":\"" + RESULT + "cross_device\"");
            assertThat(rooms.ended).isNull();
        }

        @Test
        void status_is_for_the_own_browser() throws Exception {
            browser.get(LOGIN);
            assertThat(browser.withoutCookie().get(STATUS + "same_device").statusCode())
                    .isEqualTo(403);

            rooms.owner = BrowserBinding.create(new java.security.SecureRandom());
            assertThat(browser.get(STATUS + "same_device").body()).contains("\"status\":\"gone\"");
        }

        @Test
        void events_tell_changes_and_have_limited_places() throws Exception {
            browser.get(OTHER_DEVICE);
            String events = "/login/events?request=" + HANDLE + "&flow=cross_device";
            HttpResponse<Stream<String>> stream =
                    HttpClient.newHttpClient().send(browser.request(events).build(), BodyHandlers.ofLines());

            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(browser.get(events).statusCode()).isEqualTo(503);
            try (Stream<String> lines = stream.body()) {
                List<String> seen = lines.filter(line -> line.startsWith("data:"))
                        .peek(line -> rooms.answer(rooms.latest(), ISSUER))
                        .limit(2)
                        .toList();
                assertThat(seen.get(0)).contains("\"status\":\"waiting\"");
                assertThat(seen.get(1)).contains("\"status\":\"answered\"", "\"next\":\"" + RESULT + "cross_device\"");
            }
        }

        /** Whoever has no login must not hold the places of those who have. */
        @Test
        void events_of_no_login_end_at_once() throws Exception {
            browser.get(OTHER_DEVICE);
            rooms.owner = BrowserBinding.create(new java.security.SecureRandom());
            String events = "/login/events?request=" + HANDLE + "&flow=cross_device";
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> stream = await().atMost(Duration.ofSeconds(10))
                        .until(() -> browser.get(events), response -> response.statusCode() == 200);
                assertThat(stream.body()).contains("\"status\":\"gone\"", "\"next\":\"" + OTHER_DEVICE);
            }
        }

        @Test
        void waiting_page_works_without_scripts() throws Exception {
            String wait = "/login/wait?request=" + HANDLE;
            assertThat(location(browser.get(wait))).isEqualTo(LOGIN);

            browser.get(LOGIN);
            assertThat(browser.get(wait).body())
                    .contains("Noch hat keine Wallet", "<noscript><meta http-equiv=\"refresh\"")
                    .doesNotContain("??");

            rooms.refuse(rooms.latest(), "expired");
            assertThat(location(browser.get(wait))).isEqualTo(RESULT + "same_device");
        }
    }

    @Nested
    class Headers {

        @Test
        void are_strict_on_every_page() throws Exception {
            for (String path : List.of(LOGIN, OTHER_DEVICE, "/login/done", "/login/return?response_code=x")) {
                HttpResponse<String> page = browser.get(path);
                assertThat(page.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .startsWith("default-src 'none'; style-src 'self'; ")
                                .contains("frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
                assertThat(page.headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
                assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
                assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(page.body()).doesNotContain("style=\"", "onclick", "javascript:");
            }
        }

        @Test
        void let_forms_end_at_the_portal() throws Exception {
            assertThat(browser.get(LOGIN).headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("form-action 'self' https://portal.example")
                            .endsWith("script-src 'self'; connect-src 'self'"));
        }
    }

    @Nested
    class Errors {

        @Test
        void have_a_page() throws Exception {
            assertThat(browser.get("/login/nothing").statusCode()).isEqualTo(404);
            assertThat(browser.get("/login/nothing").body()).contains("Diese Seite gibt es nicht");
            assertThat(browser.get("/login/error").statusCode()).isEqualTo(404);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("none, but status " + answer.statusCode())
                .replaceFirst("^http://localhost:[0-9]+", "");
    }

    private static String link(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*id=\"wallet-beispiel\" href=\"([^\"]+)\".*", "$1");
    }
}
