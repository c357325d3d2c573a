// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.StaffBrowser;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.SaveDraft;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.TestDossiers;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.Grant;
import org.stadttor.testing.TestDatabase;

/** Who sees and changes what: every role with a service of the own unit, one below, one above and one beside. */
class AgencyRightsTest {

    private static final List<String> PAGES = List.of(
            "",
            "/versions",
            "/domains",
            "/register-data",
            "/edit/service",
            "/edit/addresses",
            "/edit/keys",
            "/edit/data",
            "/suspend",
            "/retire");
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "owner", PAGES,
            "technician", List.of("", "/versions", "/domains", "/register-data", "/edit/addresses", "/edit/keys"),
            "data-protection-officer", List.of("", "/versions", "/domains", "/register-data", "/suspend"),
            "agency-reader", List.of("", "/versions", "/domains", "/register-data"));

    private static final Map<UnitPath, ClientId> SERVICES = new TreeMap<>();
    private static TestIdp idp;

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        TestAgency.units(idp);
        for (UnitPath unit : TestAgency.all()) {
            ActingPerson seed = new ActingPerson("seed", Scope.everything());
            SERVICES.put(
                    unit,
                    idp.bean(SaveDraft.class)
                            .save(new SaveDraft.Command.New(seed, null, Stage.PRODUCTION, unit, TestDossiers.good()))
                            .clientId());
        }
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void opens_pages_of_the_own_part_to_the_roles_that_may_and_hides_all_others() {
        ALLOWED.forEach((role, pages) -> {
            TestAgency.grant(idp, "lena", new Grant(role, TestAgency.OWN.value()));
            try (StaffBrowser lena = StaffBrowser.of(idp, "lena")) {
                SERVICES.forEach((unit, id) -> PAGES.forEach(page -> {
                    boolean inPart = unit.value().startsWith(TestAgency.OWN.value());
                    int status = lena.get("/agency/services/" + id + page).statusCode();
                    if (inPart && pages.contains(page)) {
                        assertThat(status).as("%s %s %s", role, unit, page).isEqualTo(200);
                    } else {
                        assertThat(status).as("%s %s %s", role, unit, page).isIn(403, 404);
                    }
                }));
            }
        });
    }

    @Test
    void hides_services_of_others_as_if_they_were_not_there() {
        TestAgency.grant(idp, "lena", new Grant("owner", TestAgency.OWN.value()));
        try (StaffBrowser lena = StaffBrowser.of(idp, "lena")) {
            String other = "/agency/services/" + SERVICES.get(TestAgency.SIBLING);
            assertThat(lena.get(other).statusCode()).isEqualTo(404);
            assertThat(lena.get("/agency/services/rp-does-not-exist").statusCode())
                    .isEqualTo(404);
            lena.get("/agency");
            assertThat(lena.post(other + "/submit", Map.of("revision", "1")).statusCode())
                    .isEqualTo(404);
            assertThat(lena.post(other + "/promote", Map.of()).statusCode()).isEqualTo(404);
            assertThat(lena.get("/agency").body())
                    .contains("service-" + SERVICES.get(TestAgency.CHILD))
                    .doesNotContain("service-" + SERVICES.get(TestAgency.PARENT))
                    .doesNotContain("service-" + SERVICES.get(TestAgency.SIBLING));
        }
    }

    @Test
    void limits_registrars_to_their_part() {
        TestAgency.grant(idp, "rolf", new Grant("registrar", TestAgency.OWN.value()));
        try (StaffBrowser rolf = StaffBrowser.of(idp, "rolf")) {
            assertThat(rolf.get("/admin/registrations/" + SERVICES.get(TestAgency.CHILD))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(rolf.get("/admin/registrations/" + SERVICES.get(TestAgency.SIBLING))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(rolf.get("/admin/registrations?show=all").body())
                    .contains("registration-" + SERVICES.get(TestAgency.OWN))
                    .doesNotContain("registration-" + SERVICES.get(TestAgency.PARENT));
            assertThat(rolf.get("/admin/organisations/edit?path=/de/by/").statusCode())
                    .isEqualTo(404);
            assertThat(rolf.get("/admin/organisations/edit?path=" + TestAgency.CHILD)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            TestAgency.grant(idp, "rolf", Grant.whole("registrar"));
        }
    }
}
