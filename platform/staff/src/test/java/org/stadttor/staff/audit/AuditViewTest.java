// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trail on pages and in a file, and a look at whether it is whole. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditViewTest {

    private static TestStaff.Place place;
    private static TestStaff staff;

    @BeforeAll
    static void start() {
        place = TestStaff.Place.create();
        staff = TestStaff.start(place);
        AuditLog log = staff.bean(AuditLog.class);
        for (int i = 0; i < 120; i++) {
            log.append(new AuditEvent("test.done", "somebody", "thing-" + i, Map.of("note", "<i>" + i)));
        }
    }

    @AfterAll
    static void stop() {
        staff.close();
    }

    private static StaffBrowser alma() {
        return staff.browser().signIn("alma");
    }

    @Test
    @Order(1)
    void shows_the_newest_first_page_by_page() {
        StaffBrowser alma = alma();
        String first = alma.get("/staff/audit?type=test.").body();
        assertThat(first).contains("thing-119", "thing-70", "id=\"page-next\"").doesNotContain("thing-69<");
        String second = alma.get("/staff/audit?type=test.&before=71").body();
        assertThat(second).contains("thing-69").doesNotContain("thing-119");
    }

    @Test
    @Order(1)
    void finds_by_subject_actor_and_day() {
        StaffBrowser alma = alma();
        assertThat(alma.get("/staff/audit?subject=thing-7").body())
                .contains("thing-7<")
                .doesNotContain("thing-70");
        assertThat(alma.get("/staff/audit?actor=nobody").body()).contains("entries-empty");
        assertThat(alma.get("/staff/audit?subject=thing-7&day=2026-11-22").body())
                .contains("thing-7<");
        assertThat(alma.get("/staff/audit?subject=thing-7&day=2026-11-21").body())
                .contains("entries-empty");
        HttpResponse<String> wrong = alma.get("/staff/audit?day=gestern");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("day-error", "gestern");
    }

    @Test
    @Order(1)
    void shows_an_entry_and_nothing_of_it_becomes_markup() {
        StaffBrowser alma = alma();
        assertThat(alma.get("/staff/audit/1").body()).contains("&lt;i&gt;0").doesNotContain("<i>0");
        assertThat(alma.get("/staff/audit/999999").statusCode()).isEqualTo(404);
        assertThat(alma.get("/staff/audit/x").statusCode()).isEqualTo(404);
        assertThat(staff.browser().signIn("rolf").get("/staff/audit").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(1)
    void exports_lines_from_which_the_chain_can_be_checked() {
        HttpResponse<String> file = alma().get("/staff/audit/export");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        List<AuditEntry> entries = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        file.body().lines().map(json::readTree).forEach(line -> entries.add(entry(line)));
        assertThat(entries).hasSizeGreaterThan(120);
        String before = AuditEntry.NOTHING_BEFORE;
        for (AuditEntry entry : entries) {
            assertThat(entry.previousHash()).isEqualTo(before);
            assertThat(entry.computeHash()).isEqualTo(entry.hash());
            before = entry.hash();
        }
        assertThat(alma().get("/staff/audit?type=audit.exported").body()).contains("Alma Audit");
    }

    private static AuditEntry entry(JsonNode line) {
        return new AuditEntry(
                line.get("sequence").asLong(),
                Instant.parse(line.get("at").asString()),
                line.get("type").asString(),
                line.get("actor").asString(),
                line.get("subject").asString(),
                line.get("details").asString(),
                line.get("previousHash").asString(),
                line.get("hash").asString());
    }

    @Test
    @Order(2)
    void checks_the_chain_when_asked() {
        StaffBrowser alma = alma();
        assertThat(alma.get("/staff/audit").body()).contains("check-never");
        alma.post(alma.get("/staff/audit"), "/staff/audit/check", Map.of());
        await().untilAsserted(() -> assertThat(alma.get("/staff/audit").body()).contains("check-intact", "check-hash"));
        assertThat(staff.bean(AuditCheck.class).broken()).isEmpty();
        assertThat(alma.get("/staff/audit?type=audit.checked").body()).contains("Alma Audit");
    }

    @Test
    @Order(3)
    void finds_a_changed_entry() {
        place.execute("ALTER TABLE audit.entry DISABLE TRIGGER USER");
        place.execute("UPDATE audit.entry SET actor = 'else' WHERE seq = 5");
        staff.bean(AuditCheck.class).run();
        assertThat(staff.bean(AuditCheck.class).broken())
                .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(5));
        assertThat(alma().get("/staff/audit").body()).contains("check-broken", "check-reason");
        assertThat(alma().get("/staff/audit/5").body()).contains("entry-state").contains("verändert");
    }
}
