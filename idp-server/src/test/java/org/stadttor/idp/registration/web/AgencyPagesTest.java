// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.StaffBrowser;
import org.stadttor.idp.TestIdp;
import org.stadttor.testing.TestDatabase;

/** The agencies' portal over real HTTP: from nothing to a service that is live in the sandbox, and what comes after. */
class AgencyPagesTest {

    private static TestIdp idp;

    private final StaffBrowser olga = StaffBrowser.of(idp, "olga");

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        TestAgency.units(idp);
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void is_live_in_the_sandbox_after_one_form() {
        String id = TestAgency.register(olga, TestAgency.newService("Ummelden"));
        HttpResponse<String> page = olga.get("/agency/services/" + id + "?lang=de");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("In Betrieb: jetzt ausprobieren").contains(id).contains("Ummelden");
        assertThat(olga.get("/agency?q=ummeld").body()).contains("service-" + id);
    }

    @Test
    void names_every_error_and_keeps_what_was_typed() {
        Map<String, String> form = TestAgency.newService("Fehlerhaft");
        form.put("redirect_uris", "https://good.example/cb\nhttps://*.bad.example/cb");
        form.put("privacy_policy_uri", "javascript:alert(1)");
        form.put("new_keys", "{\"kty\":\"EC\"}");
        form.remove("purpose");
        olga.get("/agency/services/new?lang=de");
        HttpResponse<String> page = olga.post("/agency/services/new", form);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"Fehlerhaft\"")
                .contains("https://*.bad.example/cb")
                .contains("Zeile 2: Platzhalter")
                .contains("id=\"privacy_policy_uri-error\"")
                .contains("id=\"new_keys-error\"")
                .contains("id=\"purpose-error\"")
                .contains("{&quot;kty&quot;:&quot;EC&quot;}");
    }

    @Test
    void every_page_of_a_service_opens() {
        String id = TestAgency.register(olga, TestAgency.newService("Alle Seiten"));
        for (String path : new String[] {
            "", "/versions", "/domains", "/edit/service", "/edit/organisation", "/edit/addresses", "/edit/keys",
            "/edit/data", "/suspend", "/retire"
        }) {
            assertThat(olga.get("/agency/services/" + id + path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(olga.get("/agency/organisation").statusCode()).isEqualTo(200);
    }
}
