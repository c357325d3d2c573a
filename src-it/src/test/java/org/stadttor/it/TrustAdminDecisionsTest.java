// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/** Staff curate an issuer with four eyes and distrust it, in a real browser; pictures are in target/screenshots. */
class TrustAdminDecisionsTest {

    private static final String NAME = "Musterdruckerei Zwei GmbH";

    private final World world = World.get();

    @Test
    void curates_an_issuer_with_four_eyes_and_distrusts_it() throws IOException {
        try (Chromium browser = Chromium.start(true)) {
            String proposal = propose(browser);
            approve(browser, proposal);
            change(browser);
            String suspension = distrust(browser);
            confirm(browser, suspension);
            resume(browser, suspension);
        }
    }

    private String propose(Chromium browser) throws IOException {
        signIn(browser, "karla");
        open(browser, "/admin/decisions");
        browser.keep("trust-decisions-empty");
        open(browser, "/admin/proposals/new");
        browser.keep("trust-propose-purpose");
        browser.press("purpose-pid");
        browser.element("check");
        browser.keep("trust-propose-form");
        browser.type("name", NAME);
        browser.type("registration-id", "HRB 80443");
        browser.element("issuance-file").sendKeys(certificate(Instant.now()).toString());
        browser.press("check");
        browser.element("problems");
        browser.keep("trust-propose-problems");
        assertThat(browser.element("issuance").getDomProperty("value")).contains("BEGIN CERTIFICATE");
        browser.type("registration-id", "NTRDE-HRB80443");
        browser.type("country", "DE");
        browser.type("street", "Druckweg 2");
        browser.type("postal-code", "12345");
        browser.type("locality", "Musterstadt");
        browser.type("reachable-at", "notfall@druckerei.example\n+49 30 1234567");
        browser.type("sd-jwt-types", "urn:eudi:pid:de:1");
        browser.type("mdoc-types", "eu.europa.ec.eudi.pid.1");
        browser.press("status-policy-required");
        browser.type("legal-basis", "Notifizierung vom 1. Oktober 2026");
        browser.type("reason", "Zweiter Standort nimmt den Betrieb auf");
        String good = browser.element("issuance").getDomProperty("value");
        browser.element("issuance-file")
                .sendKeys(
                        certificate(Instant.now().minus(Duration.ofDays(4000))).toString());
        browser.press("check");
        browser.element("blocked");
        browser.keep("trust-propose-blocked");
        browser.press("edit");
        browser.type("issuance", good);
        browser.press("check");
        browser.element("propose");
        browser.keep("trust-propose-check");
        browser.press("propose");
        browser.element("own-proposal");
        browser.keep("trust-proposal-own");
        return browser.address().getPath();
    }

    private void approve(Chromium browser, String proposal) {
        signIn(browser, "anton");
        open(browser, "/admin/decisions");
        browser.element("waiting");
        browser.keep("trust-decisions");
        open(browser, proposal);
        browser.element("short-hash");
        browser.keep("trust-proposal-decide");
        browser.press("approve");
        browser.element("approve-reason-error");
        browser.keep("trust-proposal-no-reason");
        browser.type("approve-reason", "Fingerabdruck am Telefon verglichen");
        browser.press("approve");
        browser.element("outcome-sequence");
        browser.keep("trust-proposal-approved");
    }

    private void change(Chromium browser) {
        signIn(browser, "karla");
        open(browser, "/admin/entities/" + entity() + "/change");
        browser.type("street", "Druckweg 3");
        browser.type("reason", "Umzug");
        browser.press("check");
        browser.element("differences");
        browser.keep("trust-change-check");
        browser.press("propose");
        browser.element("own-proposal");
        String proposal = browser.address().getPath();
        signIn(browser, "anton");
        open(browser, proposal);
        browser.keep("trust-change-decide");
    }

    private String distrust(Chromium browser) {
        signIn(browser, "emil");
        open(browser, "/admin/entities/" + entity() + "/suspend");
        browser.element("suspend");
        browser.keep("trust-suspend");
        browser.type("suspend-reason", "Schlüssel gestohlen, Meldung um 2:40 Uhr");
        browser.press("suspend");
        browser.element("off-since");
        browser.keep("trust-suspended");
        open(browser, "/admin/suspensions");
        browser.element("suspensions");
        browser.keep("trust-suspensions");
        open(browser, "/admin/decisions");
        browser.element("decided");
        browser.keep("trust-decisions-decided");
        return "/admin/suspensions/" + entity();
    }

    private void confirm(Chromium browser, String suspension) {
        signIn(browser, "anna");
        open(browser, suspension);
        browser.element("confirm");
        browser.keep("trust-suspension-confirm");
        browser.type("confirm-reason", "Zurückgerufen, Meldung stimmt");
        browser.press("confirm");
        browser.element("confirmed-by");
        browser.keep("trust-suspension-confirmed");
    }

    private void resume(Chromium browser, String suspension) {
        signIn(browser, "karla");
        open(browser, suspension);
        browser.type("resume-reason", "Schlüssel war nicht betroffen");
        browser.press("resume");
        browser.element("own-proposal");
        browser.keep("trust-resumption");
        open(browser, "/admin/entities/" + entity() + "/remove");
        browser.element("remove");
        browser.keep("trust-remove");
        browser.type("remove-reason", "Test zu Ende");
        browser.press("remove");
        open(browser, suspension);
        assertThat(browser.has("confirm")).isFalse();
        browser.keep("trust-suspension-over");
    }

    private String entity() {
        return world.trustList.bean(TrustedIssuers.class).all().stream()
                .filter(issuer -> issuer.details().name().equals(NAME))
                .map(issuer -> issuer.id().toString())
                .findFirst()
                .orElseThrow();
    }

    private static Path certificate(Instant made) throws IOException {
        CertificateAuthority authority = CertificateAuthority.create(
                new X500Name("C=DE,O=Musterdruckerei Zwei GmbH,2.5.4.97=NTRDE-HRB80443,CN=PID CA 2"), made);
        Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "pid-ca", ".crt");
        try {
            return Files.write(file, authority.certificate().getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signIn(Chromium browser, String person) {
        browser.driver().manage().deleteAllCookies();
        open(browser, "/staff/sign-in?lang=de");
        browser.press("sign-in-" + person);
        browser.element("signed-in-as");
    }

    private void open(Chromium browser, String path) {
        browser.open(URI.create(world.trustList.staffAddress() + path));
    }
}
