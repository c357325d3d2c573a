// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;
import org.stadttor.trustlist.issuer.Alert;
import org.stadttor.trustlist.issuer.Alerts;
import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposeChange;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.issuer.WithdrawIssuer;
import org.stadttor.trustlist.issuer.WithdrawProposal;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;

/** The pages on which staff of the trust list read, in a real browser: light, dark, narrow, and checked by axe. */
class TrustAdminPagesTest {

    private static final StaffId ONE = new StaffId("one");
    private static final StaffId TWO = new StaffId("two");

    private static final World WORLD = World.get();
    private static X509Certificate certificate;
    private static IssuerId listed;
    private static IssuerId suspended;
    private static Proposal waiting;

    /** Wallet providers: no login asks for them. */
    @BeforeAll
    static void curate() {
        certificate = WORLD.trustList
                .bean(TrustedIssuers.class)
                .approved()
                .getFirst()
                .details()
                .issuance()
                .getFirst();
        listed = list("Wallet der Musterstadt GmbH", ListPurpose.WALLET);
        approve(WORLD.trustList
                .bean(ProposeChange.class)
                .propose(
                        listed,
                        details("Wallet der Stadt Musterstadt AöR", ListPurpose.WALLET),
                        ONE,
                        "Neue Rechtsform"));
        suspended = list("Zugangszertifikate Nord", ListPurpose.ACCESS_CERTIFICATE);
        WORLD.trustList.bean(SuspendIssuer.class).suspend(suspended, ONE, "Verdacht auf gestohlenen Schlüssel");
        waiting = WORLD.trustList
                .bean(ProposeIssuer.class)
                .propose(details("Melderegister Süd", ListPurpose.PUB_EAA), ONE, "Vereinbarung vom 1. November");
    }

    @AfterAll
    static void leaveAsFound() {
        for (IssuerId id : List.of(listed, suspended)) {
            WORLD.trustList.bean(WithdrawIssuer.class).withdraw(id, ONE, "end of the test");
        }
        WORLD.trustList.bean(WithdrawProposal.class).withdraw(waiting.id(), ONE, "end of the test");
    }

    private static IssuerId list(String name, ListPurpose purpose) {
        Proposal proposal =
                WORLD.trustList.bean(ProposeIssuer.class).propose(details(name, purpose), ONE, "Vereinbarung");
        approve(proposal);
        return proposal.issuer();
    }

    private static void approve(Proposal proposal) {
        WORLD.trustList.bean(ApproveProposal.class).approve(proposal.id(), proposal.hash(), TWO, "geprüft");
    }

    private static IssuerDetails details(String name, ListPurpose purpose) {
        return new IssuerDetails(
                purpose,
                name,
                "NTRDE-HRB4711",
                "DE",
                new Contact(
                        "Rathausplatz 1",
                        "Musterstadt",
                        "12345",
                        "DE",
                        List.of("mailto:kontakt@musterstadt.example"),
                        List.of("https://musterstadt.example/vertrauen")),
                List.of(certificate),
                List.of(),
                StatusPolicy.STATUS_REQUIRED,
                List.of(),
                "Vereinbarung vom 1. November 2026");
    }

    private static URI page(String path) {
        return URI.create(WORLD.trustList.staffAddress() + path);
    }

    private static Chromium signedIn(String person) {
        Chromium browser = Chromium.start(true);
        browser.open(page("/staff/sign-in?lang=en"));
        browser.press("sign-in-" + person);
        browser.element("signed-in-as");
        return browser;
    }

    @Test
    void reads_what_is_wrong_and_who_is_listed() {
        try (Chromium browser = signedIn("emil")) {
            browser.open(page("/admin"));
            assertThat(browser.text("tasks")).contains("Zugangszertifikate Nord", "Melderegister Süd");
            browser.keep("trust-overview");
            browser.open(page("/admin?lang=de"));
            browser.keep("trust-overview-de");
            browser.open(page("/admin/entities?lang=en"));
            browser.keep("trust-entities");
            browser.type("text", "nobody of this name");
            browser.press("search");
            browser.element("entities-empty");
            browser.keep("trust-entities-none");
        }
    }

    @Test
    void is_told_that_an_entity_is_trusted_again_until_it_was_seen_to() {
        Alert alert = new Alert(
                UUID.randomUUID(),
                Alert.Kind.SUSPENSION_NOT_CONFIRMED,
                listed,
                ListPurpose.WALLET,
                Instant.now(),
                Optional.empty());
        WORLD.trustList.bean(Alerts.class).raise(alert);
        try (Chromium browser = signedIn("emil")) {
            browser.open(page("/admin"));
            browser.keep("trust-overview-urgent");
            browser.press("task-1-open");
            browser.press("acknowledge-submit");
            browser.element("reason-error");
            browser.keep("trust-alert");
            browser.type("reason", "False alarm, the key was found");
            browser.press("acknowledge-submit");
            assertThat(browser.text("summary")).contains("All is well");
        }
    }

    @Test
    void reads_the_history_of_an_entity_and_of_a_list() {
        try (Chromium browser = signedIn("karla")) {
            browser.open(page("/admin/entities/" + listed));
            browser.press("compare-submit");
            assertThat(browser.text("differences")).contains("Wallet der Stadt Musterstadt AöR");
            browser.keep("trust-entity");
            browser.open(page("/admin/entities/" + suspended));
            browser.element("returns");
            browser.keep("trust-entity-suspended");
            browser.open(page("/admin/lists/wallet-providers"));
            browser.press("compare-submit");
            assertThat(browser.text("comparison")).contains("Wallet der Stadt Musterstadt AöR");
            browser.keep("trust-list");
        }
    }

    @Test
    void reads_what_runs_out_and_why_something_is_trusted() throws Exception {
        try (Chromium browser = signedIn("rita")) {
            browser.open(page("/admin/calendar"));
            browser.keep("trust-calendar");
            browser.open(page("/admin/why"));
            browser.keep("trust-why");
            browser.press("ask");
            browser.element("chain-error");
            browser.keep("trust-why-errors");
            browser.type("chain", pem(certificate));
            new Select(browser.element("purpose")).selectByValue("pid");
            browser.press("ask");
            assertThat(browser.text("verdict-text")).contains("certification authority");
            browser.keep("trust-why-refused");
        }
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
