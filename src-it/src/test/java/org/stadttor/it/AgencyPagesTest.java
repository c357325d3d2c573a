// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agency registers a service and a registrar looks at it, in a real browser; pictures are in target/screenshots. */
class AgencyPagesTest {

    private final World world = World.get();

    @Test
    void registers_a_service_and_takes_it_to_production() throws JOSEException {
        try (Chromium browser = Chromium.start(true)) {
            String service = register(browser);
            lookAtEveryPage(browser, service);
            String production = promote(browser, service);
            decide(browser, production);
            lookAround(browser);
        }
    }

    private String register(Chromium browser) throws JOSEException {
        signIn(browser, "olga");
        open(browser, "/agency");
        browser.keep("agency-services");
        open(browser, "/agency?q=gibt-es-nicht");
        browser.element("nothing-found");
        browser.keep("agency-nothing-found");
        open(browser, "/agency/services/new");
        browser.keep("agency-new");
        browser.type("names-de", "Wohnsitz ummelden");
        browser.type("redirect_uris", "https://*.portal.example/callback");
        browser.press("save-submit");
        browser.element("errors");
        browser.keep("agency-new-errors");
        browser.type("redirect_uris", "https://portal.musterstadt.example/callback");
        browser.type("privacy_policy_uri", "https://portal.musterstadt.example/datenschutz");
        browser.type(
                "new_keys",
                new ECKeyGenerator(Curve.P_256)
                        .keyID("schluessel-1")
                        .generate()
                        .toPublicJWK()
                        .toJSONString());
        browser.press("attribute-family_name");
        browser.press("attribute-given_name");
        browser.type("purpose", "Damit wir Sie richtig ansprechen.");
        browser.press("save-submit");
        browser.element("next-step");
        browser.keep("agency-service-live");
        return browser.address().getPath();
    }

    private void lookAtEveryPage(Chromium browser, String service) {
        for (String page : List.of(
                "edit/service",
                "edit/organisation",
                "edit/addresses",
                "edit/keys",
                "edit/data",
                "domains",
                "versions",
                "suspend",
                "retire")) {
            open(browser, service + "/" + page);
            browser.element("back");
            browser.keep("agency-" + page.replace('/', '-'));
        }
        open(browser, "/agency/organisation");
        browser.element("save");
        browser.keep("agency-organisation");
    }

    private String promote(Chromium browser, String service) {
        open(browser, service);
        browser.press("promote");
        browser.element("prove-domains");
        browser.keep("agency-service-production");
        String production = browser.address().getPath();
        browser.press("prove-domains");
        browser.press("begin-0");
        browser.element("challenge-0");
        browser.press("check-0");
        browser.element("looked-0");
        browser.keep("agency-domain-not-found");
        open(browser, production);
        browser.press("submit");
        browser.element("next-step");
        browser.keep("agency-service-submitted");
        return production.substring(production.lastIndexOf('/') + 1);
    }

    private void decide(Chromium browser, String id) {
        signIn(browser, "rolf");
        open(browser, "/admin/registrations");
        browser.element("registration-" + id);
        browser.keep("registrar-queue");
        open(browser, "/admin/registrations?q=gibt-es-nicht&show=all");
        browser.keep("registrar-nothing-found");
        open(browser, "/admin/registrations/" + id);
        browser.element("approve");
        browser.keep("registrar-registration");
        browser.press("approve");
        browser.element("confirm");
        browser.keep("registrar-approve");
        browser.press("confirm");
        browser.element("refusal");
        browser.keep("registrar-not-proved");
        open(browser, "/admin/registrations/" + id);
        browser.press("reject");
        browser.press("confirm");
        browser.element("reason-error");
        browser.keep("registrar-reject-no-reason");
        browser.type("reason", "Der Nachweis für die Domäne fehlt.");
        browser.press("confirm");
        assertThat(browser.text("decision-title")).isNotEmpty();
        browser.keep("registrar-rejected");
        signIn(browser, "olga");
        open(browser, "/agency/services/" + id);
        browser.element("rejection-reason");
        browser.keep("agency-service-rejected");
        browser.press("again");
        browser.element("prove-domains");
    }

    private void lookAround(Chromium browser) {
        signIn(browser, "rolf");
        open(browser, "/admin/organisations");
        browser.keep("registrar-organisations");
        open(browser, "/admin/organisations/new?parent=/de/by/musterstadt/");
        browser.keep("registrar-organisation-new");
        browser.press("save");
        browser.element("errors");
        browser.keep("registrar-organisation-errors");
        signIn(browser, "sami");
        open(browser, "/admin/support");
        browser.keep("support");
        browser.type("code", "7k3m q9xe");
        browser.press("explain");
        browser.element("unknown");
        browser.keep("support-unknown");
    }

    private void signIn(Chromium browser, String person) {
        browser.driver().manage().deleteAllCookies();
        open(browser, "/staff/sign-in?lang=de");
        browser.press("sign-in-" + person);
        browser.element("signed-in-as");
    }

    private void open(Chromium browser, String path) {
        browser.open(URI.create(world.nodes.getFirst().staffAddress() + path));
    }
}
