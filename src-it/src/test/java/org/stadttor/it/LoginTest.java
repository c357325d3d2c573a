// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.wallet.Misbehaviour;
import org.stadttor.sandbox.wallet.VerifierAnswer;

/** A citizen logs in at the portal; every request goes to another node than the one before. */
class LoginTest {
    private final World world = World.get();

    @ParameterizedTest
    @ValueSource(strings = {"erika", "joerg", "konstantina", "bo"})
    void logs_in_on_the_same_device(String id) {
        Person person = People.find(id).orElseThrow();
        world.balancer.forget();
        try (PortalLogin login = PortalLogin.begin(world)) {
            Page permit = login.sameDevice(person);
            assertThat(permit.address().getPath()).isEqualTo("/portal/permit");
            assertThat(permit.text("claim-family_name")).isEqualTo(person.claim("family_name"));
            assertThat(permit.text("claim-given_name")).isEqualTo(person.claim("given_name"));
        }
        Set<URI> served =
                world.balancer.served().stream().map(LoadBalancer.Served::node).collect(Collectors.toSet());
        assertThat(served).as("both nodes took part").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"erika", "konstantina"})
    void logs_in_with_the_wallet_on_another_device(String id) {
        Person person = People.find(id).orElseThrow();
        try (PortalLogin login = PortalLogin.begin(world)) {
            Page permit = login.otherDevice(person);
            assertThat(permit.address().getPath()).isEqualTo("/portal/permit");
            assertThat(permit.text("claim-family_name")).isEqualTo(person.claim("family_name"));
        }
    }

    @Test
    void knows_a_citizen_who_comes_again() {
        String first = subject(People.ERIKA);
        assertThat(subject(People.ERIKA)).isEqualTo(first);
        assertThat(subject(People.JOERG)).isNotEqualTo(first);
    }

    @Test
    void gives_the_portal_what_it_is_registered_for_and_nothing_else() {
        try (PortalLogin login = PortalLogin.begin(world)) {
            VerifierAnswer answer = login.present(login.sameDeviceLink(), People.ERIKA, Misbehaviour.OVER_DISCLOSURE);
            Page permit = login.browser.open(answer.redirectUri().orElseThrow());
            assertThat(permit.has("claim-birthdate")).isTrue();
            assertThat(permit.has("claim-title")).isFalse();
            assertThat(permit.has("claim-also_known_as")).isFalse();
        }
    }

    @Test
    void names_the_portal_and_each_attribute_on_the_login_page() {
        try (PortalLogin login = PortalLogin.begin(world)) {
            Page page = login.loginPage();
            assertThat(page.text("title")).contains("Musterstadt");
            assertThat(page.has("attribute-family_name")).isTrue();
            assertThat(page.text("attribute-address")).contains("decision");
            assertThat(page.has("attribute-title")).isFalse();
        }
    }

    @Test
    void cancels() {
        try (PortalLogin login = PortalLogin.begin(world)) {
            Page end = login.browser.press(login.loginPage(), "cancel");
            assertThat(end.text("portal-error-code")).isEqualTo("access_denied");
        }
    }

    @Test
    void completes_on_the_same_device_only_in_the_browser_that_started() {
        try (PortalLogin login = PortalLogin.begin(world);
                SimpleBrowser other = new SimpleBrowser()) {
            VerifierAnswer answer = login.present(login.sameDeviceLink(), People.ERIKA, Misbehaviour.NONE);
            URI back = answer.redirectUri().orElseThrow();
            assertThat(other.open(back).address().getPath()).doesNotStartWith("/portal");
            assertThat(login.browser.open(back).address().getPath()).isEqualTo("/portal/permit");
        }
    }

    private String subject(Person person) {
        try (PortalLogin login = PortalLogin.begin(world)) {
            return login.sameDevice(person).text("id-token-sub");
        }
    }
}
