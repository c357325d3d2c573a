// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadttor.sandbox.keys.Pem;
import org.stadttor.sandbox.launcher.assembly.OwnRegistrations;
import org.stadttor.sandbox.pidprovider.PidProvider;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.issuer.WithdrawIssuer;

/**
 * The whole story in a real browser: an issuer is curated with four eyes, an agency registers and tries its login, a citizen
 * logs in there, the issuer is distrusted, the next login is refused with a sentence that helps. The pictures of the README
 * are taken here.
 */
class StoryTest {

    private static final StaffId SETTING = new StaffId("story@sandbox");

    private final World world = World.get();
    private final PidProvider provider = world.ecosystem.pidProviders().all().stream()
            .filter(candidate -> candidate.profile().id().equals("de"))
            .findFirst()
            .orElseThrow();

    @TempDir
    Path folder;

    private ECKey key;
    private int port;

    /** Nobody trusts the provider yet. */
    @BeforeEach
    void takeTheProviderOffTheList() throws IOException, JOSEException {
        withdraw();
        key = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyID("bibliothek-1")
                .generate();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void putEverythingBack() {
        withdraw();
        new OwnRegistrations(world.ecosystem).listIssuers(world.trustList);
        world.nodes.forEach(World::awaitTrust);
    }

    private void withdraw() {
        TrustedIssuers issuers = world.trustList.bean(TrustedIssuers.class);
        issuers.all().stream()
                .filter(issuer -> !(issuer instanceof TrustedIssuer.Withdrawn))
                .filter(issuer -> issuer.details()
                        .registrationId()
                        .equals(provider.profile().organizationIdentifier()))
                .forEach(issuer -> world.trustList
                        .bean(WithdrawIssuer.class)
                        .withdraw(issuer.id(), SETTING, "begin of the story"));
    }

    @Test
    void an_issuer_is_curated_used_and_distrusted() throws Exception {
        try (Chromium admin = Chromium.start(true);
                Chromium agency = Chromium.start(true);
                Chromium citizen = Chromium.start(true)) {
            curate(admin);
            String clientId = register(agency);
            tryLogin(agency, clientId);
            assertThat(logIn(citizen, clientId)).contains("family_name");
            distrust(admin);
            refused(citizen, agency, clientId);
        }
    }

    private void curate(Chromium admin) {
        signIn(admin, world.trustList.staffAddress(), "karla");
        admin.open(trust("/admin/proposals/new"));
        admin.press("purpose-pid");
        admin.type("name", provider.profile().name());
        admin.type("registration-id", provider.profile().organizationIdentifier());
        admin.type("country", provider.profile().country());
        admin.type("street", "Druckweg 1");
        admin.type("postal-code", "99999");
        admin.type("locality", "Musterstadt");
        admin.type("reachable-at", "pid@sandbox.example");
        paste(admin, "issuance", Pem.ofCertificate(provider.authority()));
        paste(admin, "status", Pem.ofCertificate(provider.statusAuthority()));
        admin.type("sd-jwt-types", "urn:eudi:pid:de:1");
        admin.press("status-policy-required");
        admin.type("legal-basis", "Notifizierung vom 1. November 2026");
        admin.type("reason", "Nimmt den Betrieb auf");
        admin.press("check");
        assertThat(admin.has("problems") ? admin.text("problems") : "").isEmpty();
        admin.element("propose");
        admin.keep("story-1-propose");
        admin.press("propose");
        admin.element("own-proposal");
        String proposal = admin.address().getPath();

        signIn(admin, world.trustList.staffAddress(), "anton");
        admin.open(trust(proposal));
        admin.element("short-hash");
        admin.type("approve-reason", "Fingerabdruck am Telefon verglichen");
        admin.keep("story-2-approve");
        admin.press("approve");
        admin.element("outcome-sequence");
        world.nodes.forEach(World::awaitTrust);
    }

    private String register(Chromium agency) {
        signIn(agency, staff(), "olga");
        agency.open(URI.create(staff() + "/agency"));
        agency.keep("story-3-services");
        agency.open(URI.create(staff() + "/agency/services/new"));
        agency.type("names-de", "Stadtbibliothek");
        agency.type("privacy_policy_uri", "http://localhost:" + port + "/datenschutz");
        agency.type("redirect_uris", "http://localhost:" + port + "/callback");
        paste(agency, "new_keys", new JWKSet(key.toPublicJWK()).toString());
        agency.press("attribute-family_name");
        agency.press("attribute-given_name");
        agency.type("purpose", "Für Ihren Bibliotheksausweis");
        agency.keep("story-4-register");
        agency.press("save-submit");
        assertThat(agency.has("errors") ? agency.text("errors") : "").isEmpty();
        agency.element("try");
        agency.keep("story-5-service");
        return agency.text("client-id");
    }

    private void tryLogin(Chromium agency, String clientId) {
        agency.press("try");
        agency.element("try-start");
        agency.keep("story-6-try");
        agency.press("try-start");
        share(agency);
        agency.element("try-succeeded");
        assertThat(agency.text("userinfo-family_name")).isNotBlank();
        agency.keep("story-7-result");
        agency.open(URI.create(staff() + "/agency/services/" + clientId + "/samples"));
        agency.element("samples");
        agency.keep("story-samples");
        agency.open(URI.create(staff() + "/agency/services/" + clientId + "/check"));
        paste(agency, "pasted", "client_id=" + clientId + "&response_type=token&scope=email");
        agency.press("check");
        agency.element("findings");
        agency.keep("story-check");
    }

    /** At the agency's own software: the sample for openid-client, as downloaded. */
    private String logIn(Chromium citizen, String clientId) throws IOException, InterruptedException {
        Process software = agencySoftware(clientId);
        try (BufferedReader output = software.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            citizen.open(URI.create(line.substring(line.indexOf("http"))));
            citizen.element("asked");
            citizen.keep("story-8-citizen");
            share(citizen);
            String answer = output.lines().collect(Collectors.joining("\n"));
            assertThat(software.waitFor()).isZero();
            return answer;
        } finally {
            software.destroyForcibly();
        }
    }

    private void distrust(Chromium admin) {
        signIn(admin, world.trustList.staffAddress(), "emil");
        String entity = world.trustList.bean(TrustedIssuers.class).approved().stream()
                .filter(issuer -> issuer.details()
                        .registrationId()
                        .equals(provider.profile().organizationIdentifier()))
                .map(issuer -> issuer.id().toString())
                .findFirst()
                .orElseThrow();
        admin.open(trust("/admin/entities/" + entity + "/suspend"));
        admin.type("suspend-reason", "Schlüssel gestohlen, Meldung um 2:40 Uhr");
        admin.keep("story-9-distrust");
        admin.press("suspend");
        admin.element("off-since");
        admin.open(trust("/admin"));
        admin.keep("story-dashboard");
    }

    private void refused(Chromium citizen, Chromium phone, String clientId) throws IOException {
        Process software = agencySoftware(clientId);
        try (BufferedReader output = software.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            citizen.open(URI.create(line.substring(line.indexOf("http"))));
            citizen.press("other-device");
            String link = citizen.element("engagement-link").getAttribute("href");
            phone.open(URI.create(world.ecosystem.address() + "/wallet"));
            phone.type("engagement", link);
            phone.press("wallet-open");
            phone.press("person-erika");
            phone.press("wallet-choose");
            phone.press("wallet-share");
            assertThat(citizen.text("refusal")).isNotBlank();
            citizen.keep("story-10-refused");
            citizen.element("cancel");
        } finally {
            software.destroyForcibly();
        }
        assertThat(world.refusal()).contains("issuer_untrusted");
    }

    private Process agencySoftware(String clientId) throws IOException {
        SimpleBrowser download = new SimpleBrowser();
        Page page = download.open(URI.create(staff() + "/staff/sign-in"));
        Page home = download.press(page, "sign-in-olga");
        assertThat(home.status()).isEqualTo(200);
        String text = download.fetch(
                        URI.create(staff() + "/agency/services/" + clientId + "/samples/openid-client/file"))
                .body();
        Path program = Files.writeString(NodeProgram.folder().resolve("story.mjs"), text);
        Files.writeString(folder.resolve("key.json"), key.toJSONString());
        return new ProcessBuilder("node", program.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static void share(Chromium browser) {
        browser.press("wallet-sandbox");
        browser.press("person-erika");
        browser.press("wallet-choose");
        browser.press("wallet-share");
    }

    private static void paste(Chromium browser, String id, String text) {
        // Typing long texts key by key takes long.
        browser.driver().executeScript("document.getElementById(arguments[0]).value = arguments[1]", id, text);
    }

    private void signIn(Chromium browser, URI address, String person) {
        browser.driver().manage().deleteAllCookies();
        browser.open(URI.create(address + "/staff/sign-in?lang=de"));
        browser.press("sign-in-" + person);
        browser.element("signed-in-as");
    }

    private URI staff() {
        return world.nodes.getFirst().staffAddress();
    }

    private URI trust(String path) {
        return URI.create(world.trustList.staffAddress() + path);
    }
}
