// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.invitation.InvitationLink;
import org.stadttor.staff.invitation.InviteStaff;
import org.stadttor.staff.invitation.InvitedPerson;
import org.stadttor.staff.testing.PasskeyPage;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;
import org.stadttor.testing.SoftwareAuthenticator;

/** People with passkeys, made and used over real HTTP. */
public final class PasskeyPeople {

    private final TestStaff staff;
    private final String origin;

    public PasskeyPeople(TestStaff staff) {
        this(staff, staff.uri("").toString());
    }

    public PasskeyPeople(TestStaff staff, String origin) {
        this.staff = staff;
        this.origin = origin;
    }

    /** Somebody with an account. */
    public record Person(StaffBrowser browser, SoftwareAuthenticator authenticator) {}

    public SoftwareAuthenticator authenticator() {
        return new SoftwareAuthenticator(origin);
    }

    /** A link for somebody new. */
    public InvitationLink invite(String name, String... roles) {
        return staff.bean(InviteStaff.class)
                .invite(
                        new InvitedPerson(
                                new PersonName(name),
                                new EmailAddress("p" + UUID.randomUUID() + "@example.org"),
                                Set.copyOf(java.util.Arrays.stream(roles.length == 0 ? new String[] {"auditor"} : roles)
                                        .map(Grant::whole)
                                        .toList())),
                        StaffId.random());
    }

    /** Accepts an invitation; the answer of the server. */
    public HttpResponse<String> accept(StaffBrowser browser, String path, SoftwareAuthenticator authenticator) {
        HttpResponse<String> opened = browser.get(path);
        PasskeyPage page = new PasskeyPage(opened);
        return browser.post(
                opened,
                path,
                Map.of(
                        "ticket", page.hidden("ticket"),
                        "passkey", authenticator.create(page.challenge(), page.user())));
    }

    /** Somebody new who has accepted, and is signed in. */
    public Person join(String name, String... roles) {
        Person person = new Person(staff.browser(), authenticator());
        HttpResponse<String> answer =
                accept(person.browser(), invite(name, roles).address().getPath(), person.authenticator());
        if (answer.statusCode() != 200 || !answer.uri().getPath().equals("/staff/passkeys")) {
            throw new IllegalStateException("not accepted: " + answer.statusCode() + " " + answer.body());
        }
        return person;
    }

    /** Signs in with the passkey; the answer of the server. */
    public HttpResponse<String> signIn(StaffBrowser browser, SoftwareAuthenticator authenticator) {
        HttpResponse<String> opened = browser.get("/staff/sign-in");
        PasskeyPage page = new PasskeyPage(opened);
        return browser.post(
                opened,
                "/staff/passkey-sign-in",
                Map.of("ticket", page.hidden("ticket"), "passkey", authenticator.sign(page.challenge())));
    }
}
