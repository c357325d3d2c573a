// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;
import org.stadttor.sandbox.wallet.EngagementLink;

/** A citizen with a real browser, with and without JavaScript; pictures of each state are in target/screenshots. */
class BrowserTest {
    private final World world = World.get();

    @Nested
    class SameDevice {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void logs_in(boolean scripts) {
            try (Chromium browser = Chromium.start(scripts)) {
                beginLogin(browser);
                browser.press("wallet-sandbox");
                browser.element("requester");
                browser.keep("wallet-request");
                browser.press("person-erika");
                browser.press("wallet-choose");
                browser.element("wallet-share");
                browser.keep("wallet-consent");
                browser.press("wallet-share");
                assertThat(browser.text("claim-family_name")).isEqualTo("MUSTERMANN");
                browser.keep("portal-permit");
                browser.press("portal-logout");
                browser.element("portal-logged-out");
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_told_after_refusing_in_the_wallet(boolean scripts) {
            try (Chromium browser = Chromium.start(scripts)) {
                beginLogin(browser);
                browser.press("wallet-sandbox");
                browser.press("wallet-refuse");
                browser.element("refusal");
                browser.keep("declined");
                browser.press("try-again");
                browser.element("asked");
            }
        }
    }

    @Nested
    class OtherDevice {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void logs_in(boolean scripts) {
            try (Chromium browser = Chromium.start(scripts);
                    Chromium phone = Chromium.start(scripts)) {
                beginLogin(browser);
                browser.press("other-device");
                browser.element("qr-code");
                browser.keep("other-device");
                share(phone, link(browser), "konstantina", "none");
                phone.keep("wallet-result");
                assertThat(browser.text("claim-family_name")).startsWith("Papadopoúlou");
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_told_when_the_wallet_is_refused(boolean scripts) {
            try (Chromium browser = Chromium.start(scripts);
                    Chromium phone = Chromium.start(scripts)) {
                beginLogin(browser);
                browser.press("other-device");
                share(phone, link(browser), "erika", "revoked");
                assertThat(phone.text("verifier-status")).isEqualTo("400");
                phone.keep("wallet-rejected");
                browser.element("refusal");
                assertThat(browser.text("support-code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
                browser.keep("refused");
                browser.press("cancel");
                browser.element("portal-error-code");
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void sees_that_the_wallet_has_opened_the_request(boolean scripts) {
            try (Chromium browser = Chromium.start(scripts)) {
                beginLogin(browser);
                browser.press("other-device");
                browser.element("qr-code");
                var _ = world.ecosystem.wallet().open(EngagementLink.parse(link(browser)));
                browser.awaitHidden("qr-code");
                assertThat(browser.text("status-text")).contains("opened");
                browser.keep("other-device-opened");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancels(boolean scripts) {
        try (Chromium browser = Chromium.start(scripts)) {
            beginLogin(browser);
            browser.press("cancel");
            assertThat(browser.text("portal-error-code")).isEqualTo("access_denied");
            browser.keep("portal-cancelled");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gets_more_time_and_is_told_when_it_is_over(boolean scripts) {
        try (Chromium browser = Chromium.start(scripts)) {
            beginLogin(browser);
            URI login = browser.address();
            browser.press("more-time");
            browser.element("more-time");
            world.endAllLogins();
            browser.open(login);
            browser.element("ended");
            browser.keep("ended");
        }
    }

    private void beginLogin(Chromium browser) {
        browser.open(world.ecosystem.portal().home());
        browser.element("portal-login");
        browser.keep("portal-home");
        browser.press("portal-login");
        browser.element("asked");
        browser.keep("login");
    }

    private static String link(Chromium browser) {
        return browser.element("engagement-link").getAttribute("href");
    }

    private void share(Chromium phone, String link, String person, String misbehaviour) {
        phone.open(URI.create(world.ecosystem.address() + "/wallet"));
        phone.element("engagement");
        phone.keep("wallet-home");
        phone.type("engagement", link);
        phone.press("wallet-open");
        phone.press("person-" + person);
        phone.press("wallet-choose");
        new Select(phone.element("misbehaviour")).selectByValue(misbehaviour);
        phone.press("wallet-share");
        phone.element("verifier-status");
    }
}
