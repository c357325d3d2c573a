// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.apikey.CreateApiKey;

/** A program that acts for one of the sandbox's people by a key of theirs. */
public final class StaffProgram {

    private final TestIdp idp;
    private final String key;

    private StaffProgram(TestIdp idp, String key) {
        this.idp = idp;
        this.key = key;
    }

    /** With all that the person may do. */
    public static StaffProgram of(TestIdp idp, String person) {
        StaffMembers.Account account = idp.bean(StaffMembers.class)
                .findActive(new SandboxPerson(person, person, Set.of()).id())
                .orElseThrow();
        StaffMember member = new StaffMember(account.id(), account.name(), account.grants(), SignIn.SANDBOX);
        return new StaffProgram(
                idp,
                idp.bean(CreateApiKey.class)
                        .create(member, "test", account.grants(), 1)
                        .secret()
                        .text());
    }

    public HttpResponse<String> get(String path) {
        return call("GET", path, "");
    }

    /** A call with a JSON body. */
    public HttpResponse<String> call(String method, String path, String json) {
        return TestRelyingParty.send(HttpRequest.newBuilder(idp.staffUri(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }
}
