// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.StaffVisitor;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.KeepDeadlines;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/** What somebody sees who was woken at night. */
class DashboardTest {

    private final MutableClock clock = new MutableClock(TestKey.NOW);
    private final TestService.Roles roles = TestService.Roles.create();
    private TestService service;

    @BeforeEach
    void start() {
        service = TestService.start(roles, TestKey.create("Signer"), clock);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private StaffVisitor emil() throws Exception {
        return StaffVisitor.signedIn(service, "emil");
    }

    @Test
    void says_that_all_is_well_and_shows_each_list() throws Exception {
        StaffVisitor rita = StaffVisitor.signedIn(service, "rita");
        String page = rita.get("/admin").body();
        assertThat(page).contains("All is well. There is nothing to do.").contains("id=\"tasks-empty\"");
        for (ListPurpose purpose : ListPurpose.values()) {
            assertThat(page).contains("id=\"list-" + purpose.listName() + "\"");
        }
        assertThat(page).contains("in force").doesNotContain("overdue");
        await().untilAsserted(() -> assertThat(rita.get("/admin").body())
                .containsPattern("id=\"audit\">Intact, checked on .*: \\d+ entries"));
    }

    @Test
    void finds_what_waits_what_expires_and_what_has_expired() throws Exception {
        service.bean(ProposeIssuer.class).propose(TestKey.create("Waits").issuer("Waits"), TestService.ANNA, "new");
        service.approved(
                TestKey.create("Soon", TestKey.NOW.plus(Duration.ofDays(30))).issuer("Soon"));
        service.approved(
                TestKey.create("Over", TestKey.NOW.plus(Duration.ofHours(1))).issuer("Over"));
        clock.advance(Duration.ofHours(2));
        String page = StaffVisitor.signedIn(service, "rita").get("/admin").body();
        assertThat(page)
                .contains("Something is wrong here (1)")
                .contains("A certificate of Over expired on")
                .contains("A certificate of Soon expires on")
                .contains("A proposal about Waits waits.")
                .contains("href=\"/admin/decisions/")
                // Each certificate of a test lacks key usage and identifier; one is over and one nearly so.
                .contains("id=\"findings-pid-providers\">6</td>", "id=\"findings-wallet-providers\">0</td>");
        assertThat(page.indexOf("of Over expired"))
                .isLessThan(page.indexOf("of Soon expires"))
                .isLessThan(page.indexOf("about Waits"));
    }

    @Test
    void tells_of_a_suspension_until_it_is_seen_to() throws Exception {
        IssuerId id = service.approved(TestKey.create("A").issuer("A"));
        service.suspend(id);
        assertThat(emil().get("/admin").body())
                .contains("The suspension of A must be confirmed")
                .contains("href=\"/admin/suspensions/" + id);
        assertThat(emil().get("/admin/entities/" + id).body()).contains("id=\"returns\"");

        clock.advance(Duration.ofHours(73));
        service.bean(KeepDeadlines.class).tick();
        StaffVisitor emil = emil();
        String page = emil.get("/admin").body();
        assertThat(page).contains("A returned to the list on").contains("Something is wrong here (1)");
        Matcher link = Pattern.compile("href=\"(/admin/alerts/[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();

        HttpResponse<String> alert = emil.get(link.group(1));
        assertThat(alert.body()).contains("A was suspended.").contains("id=\"acknowledge\"");
        assertThat(emil.post(alert, link.group(1), Map.of("reason", "  ")).body())
                .contains("Write in one sentence what was done");
        assertThat(emil.post(alert, link.group(1), Map.of("reason", "x".repeat(201)))
                        .body())
                .contains("x".repeat(201))
                .contains("id=\"reason-error\"");
        assertThat(emil.post(alert, link.group(1), Map.of("reason", "false alarm"))
                        .body())
                .contains("All is well");
        assertThat(emil.get(link.group(1)).body())
                .contains("by Emil Notfall: false alarm")
                .doesNotContain("id=\"acknowledge\"");
        assertThat(emil.post(alert, link.group(1), Map.of("reason", "again")).body())
                .contains("by Emil Notfall: false alarm");
        assertThat(service.bean(TrustedIssuers.class).find(id).orElseThrow().version())
                .isEqualTo(3);
    }

    @Test
    void tells_of_a_broken_audit_trail() throws Exception {
        service.approved(TestKey.create("A").issuer("A"));
        roles.execute("ALTER TABLE audit.entry DISABLE TRIGGER USER");
        roles.execute("UPDATE audit.entry SET actor = 'somebody' WHERE seq = (SELECT max(seq) FROM audit.entry)");
        StaffVisitor rita = StaffVisitor.signedIn(service, "rita");
        await().untilAsserted(() -> assertThat(rita.get("/admin").body())
                .contains("The audit trail is no longer intact from entry")
                .contains("Not intact from entry"));
    }
}
