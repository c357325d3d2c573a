// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.wallet.Misbehaviour;
import org.stadttor.sandbox.wallet.VerifierAnswer;

/** One login at the portal of Musterstadt, in a browser without scripts and with the wallet without a screen. */
final class PortalLogin implements AutoCloseable {
    final SimpleBrowser browser = new SimpleBrowser();
    private final World world;
    private Page login;

    private PortalLogin(World world) {
        this.world = world;
        Page home = browser.open(world.ecosystem.portal().home());
        login = browser.open(home.link("portal-login"));
    }

    /** Opens the portal and goes on to the login page. */
    static PortalLogin begin(World world) {
        return new PortalLogin(world);
    }

    Page loginPage() {
        return login;
    }

    /** What the button of the sandbox wallet leads to. */
    URI sameDeviceLink() {
        return login.link("wallet-sandbox");
    }

    /** Goes to the page with the QR code. */
    URI otherDeviceLink() {
        login = browser.open(login.link("other-device"));
        return login.link("engagement-link");
    }

    /** The wallet answers on this device, the browser follows. */
    Page sameDevice(Person person) {
        VerifierAnswer answer = present(sameDeviceLink(), person, Misbehaviour.NONE);
        return browser.open(answer.redirectUri().orElseThrow());
    }

    /** The wallet answers on another device, the waiting page reloads itself. */
    Page otherDevice(Person person) {
        present(otherDeviceLink(), person, Misbehaviour.NONE);
        return awaitEnd();
    }

    VerifierAnswer present(URI link, Person person, Misbehaviour misbehaviour) {
        return world.ecosystem.wallet().present(link.toString(), person, misbehaviour);
    }

    /** Reloads the waiting page, as its meta refresh does, until it leads elsewhere. */
    Page awaitEnd() {
        AtomicReference<Page> page = new AtomicReference<>(login);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    page.set(browser.open(login.address()));
                    return !page.get()
                            .address()
                            .getPath()
                            .equals(login.address().getPath());
                });
        return page.get();
    }

    @Override
    public void close() {
        browser.close();
    }
}
