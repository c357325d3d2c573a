// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Protocol;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.InvitedPerson;

/** Somebody new of the staff with a real browser and its virtual authenticators; pictures are in target/screenshots. */
class PasskeyBrowserTest {

    private final World world = World.get();

    @Test
    void joins_signs_in_and_makes_a_second_passkey() {
        try (Chromium browser = Chromium.start(true)) {
            VirtualAuthenticator device = plugIn(browser, Transport.INTERNAL);
            browser.open(invite("Petra Passkey", "petra@example.org"));
            browser.element("invited-name");
            browser.keep("staff-invitation");
            browser.press("accept");
            browser.element("passkeys-one");
            browser.keep("staff-passkeys-one");

            browser.press("sign-out");
            browser.element("passkey-sign-in");
            browser.keep("staff-sign-in");
            browser.press("passkey-sign-in");
            browser.element("home-list");
            assertThat(browser.text("signed-in-as")).contains("Petra Passkey");

            browser.open(page("/staff/passkeys"));
            browser.press("new-passkey");
            browser.element("make-passkey");
            browser.keep("staff-passkey-new");
            // The same device again: its browser refuses.
            browser.press("make-passkey");
            awaitMessage(browser, "taken");
            browser.keep("staff-passkey-taken");

            browser.open(page("/staff/passkeys"));
            browser.press("new-passkey");
            browser.element("make-passkey");
            browser.driver().removeVirtualAuthenticator(device);
            plugIn(browser, Transport.USB);
            browser.press("make-passkey");
            browser.element("passkey-2");
            assertThat(browser.has("passkeys-one")).isFalse();
            browser.keep("staff-passkeys-two");

            browser.press("passkey-1");
            browser.element("remove-passkey");
            browser.keep("staff-passkey");
            browser.press("remove-passkey");
            browser.element("passkeys-one");
        }
    }

    @Test
    void refuses_a_second_account_on_the_same_device() {
        try (Chromium browser = Chromium.start(true)) {
            plugIn(browser, Transport.INTERNAL);
            browser.open(invite("Erste Person", "erste@example.org"));
            browser.press("accept");
            browser.element("passkeys-one");
            browser.press("sign-out");
            browser.element("passkey-sign-in");
            browser.open(invite("Zweite Person", "zweite@example.org"));
            browser.press("accept");
            awaitMessage(browser, "taken");
            browser.keep("staff-invitation-taken");
        }
    }

    @Test
    void says_what_to_do_without_scripts_or_without_passkeys() {
        try (Chromium browser = Chromium.start(false)) {
            browser.open(page("/staff/sign-in"));
            assertThat(browser.text("passkey-sign-in-noscript")).isNotBlank();
            browser.keep("staff-sign-in");
            browser.press("passkey-sign-in");
            browser.element("passkey-refused");
            browser.keep("staff-sign-in-refused");
            browser.open(page("/staff/invitation/nothing"));
            browser.element("invitation-over");
        }
        try (Chromium browser = Chromium.start(true)) {
            browser.open(page("/staff/invitation/nothing"));
            browser.element("invitation-over");
            browser.keep("staff-invitation-over");
            browser.open(page("/staff/sign-in"));
            browser.driver().executeScript("delete window.PublicKeyCredential");
            browser.press("passkey-sign-in");
            awaitMessage(browser, "unsupported");
        }
    }

    private URI invite(String name, String email) {
        return world.trustList
                .bean(InviteStaff.class)
                .invite(
                        new InvitedPerson(
                                new PersonName(name), new EmailAddress(email), Set.of(Grant.whole("approver"))),
                        StaffId.random())
                .address();
    }

    private URI page(String path) {
        return URI.create(world.trustList.staffAddress() + path);
    }

    private static VirtualAuthenticator plugIn(Chromium browser, Transport transport) {
        return browser.driver()
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setProtocol(Protocol.CTAP2)
                        .setTransport(transport)
                        .setHasResidentKey(true)
                        .setHasUserVerification(true)
                        .setIsUserVerified(true));
    }

    private static void awaitMessage(Chromium browser, String name) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                .until(ExpectedConditions.visibilityOfElementLocated(
                        By.cssSelector("[data-passkey-message=" + name + "]")));
    }
}
