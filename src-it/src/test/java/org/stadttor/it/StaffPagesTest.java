// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.stadttor.staff.testing.TestStaff;

/** The pages that both processes have for people, keys and the audit trail, in a real browser: pictures and axe. */
class StaffPagesTest {

    private static TestStaff staff;

    @BeforeAll
    static void start() {
        staff = TestStaff.start(
                TestStaff.Place.create(),
                "--test.staff.openid-provider.issuer=https://konto.example",
                "--test.staff.openid-provider.client-id=stadttor",
                "--test.staff.openid-provider.client-secret=secret",
                "--test.staff.openid-provider.name=Stadt-Konto");
    }

    @AfterAll
    static void stop() {
        staff.close();
    }

    private static void signIn(Chromium browser, String person) {
        browser.open(staff.uri("/staff/sign-in"));
        browser.press("sign-in-" + person);
        browser.element("signed-in-as");
    }

    @Test
    void makes_and_ends_a_key() {
        try (Chromium browser = Chromium.start(true)) {
            browser.open(staff.uri("/staff/sign-in"));
            browser.element("openid-sign-in");
            browser.keep("staff-sign-in");
            signIn(browser, "olga");
            browser.open(staff.uri("/staff/keys"));
            browser.element("keys-empty");
            browser.keep("staff-keys-empty");
            browser.press("create-key");
            browser.element("key-name-error");
            browser.keep("staff-keys-wrong");
            browser.type("key-name", "Unser Registrierungsskript");
            browser.press("key-grant-0");
            browser.press("create-key");
            browser.element("key-secret");
            browser.keep("staff-keys-new");
            browser.driver().findElement(By.cssSelector("[id^=revoke-] ")).click();
            browser.keep("staff-keys-revoke");
            browser.open(staff.uri("/staff/openid"));
            browser.element("openid-link");
            browser.keep("staff-openid");
            browser.open(staff.uri("/staff/openid/callback?state=wrong"));
            browser.element("openid-error");
            browser.keep("staff-openid-refused");
        }
    }

    @Test
    void looks_after_people_by_two() {
        try (Chromium browser = Chromium.start(true)) {
            signIn(browser, "stella");
            browser.open(staff.uri("/staff/people/invite"));
            browser.keep("staff-invite");
            browser.press("review");
            browser.element("name-error");
            browser.keep("staff-invite-wrong");
            browser.type("name", "Ida Neu");
            browser.type("email", "ida@example.org");
            new Select(browser.element("role")).selectByValue("auditor");
            browser.press("review");
            browser.element("act-what");
            browser.keep("staff-invite-review");
            browser.press("confirm");
            browser.element("invitation-link");
            browser.keep("staff-invited");
            browser.open(staff.uri("/staff/people"));
            browser.element("invitations");
            browser.keep("staff-people");
            browser.driver().findElement(By.linkText("Nora Neu")).click();
            browser.element("person-name");
            browser.keep("staff-person");
            new Select(browser.element("role")).selectByValue("registrar");
            browser.press("give");
            browser.element("act-second");
            browser.keep("staff-person-give");
            browser.press("confirm");
            browser.element("person-done");
            browser.keep("staff-person-proposed");
            browser.press("suspend");
            browser.press("confirm");
            browser.element("reason-error");
            browser.keep("staff-person-suspend");
            browser.press("sign-out");
            signIn(browser, "stan");
            browser.open(staff.uri("/staff/people"));
            browser.driver().findElement(By.cssSelector("[id^=proposal-]")).click();
            browser.element("act-what");
            browser.keep("staff-proposal");
            browser.press("confirm");
            browser.element("people");
            browser.open(staff.uri("/staff/people?q=zzz"));
            browser.element("people-count");
            browser.keep("staff-people-none");
        }
    }

    @Test
    void reads_the_audit_trail() {
        try (Chromium browser = Chromium.start(true)) {
            signIn(browser, "alma");
            browser.open(staff.uri("/staff/audit"));
            browser.element("check");
            browser.keep("staff-audit");
            browser.press("check");
            browser.element("check-state");
            browser.open(staff.uri("/staff/audit/1"));
            browser.element("entry-state");
            browser.keep("staff-audit-entry");
            browser.open(staff.uri("/staff/audit?day=gestern"));
            browser.element("day-error");
            browser.keep("staff-audit-wrong");
        }
    }
}
