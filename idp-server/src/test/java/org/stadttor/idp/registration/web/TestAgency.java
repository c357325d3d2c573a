// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadttor.idp.StaffBrowser;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.organisation.OrganisationUnit;
import org.stadttor.idp.organisation.OrganisationUnits;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.TestDossiers;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffMembers;

/** A tree of units around the sandbox's agency, its people, and the forms they fill in. */
final class TestAgency {

    static final UnitPath OWN = new UnitPath("/de/by/musterstadt/");
    static final UnitPath CHILD = new UnitPath("/de/by/musterstadt/kvr/");
    static final UnitPath PARENT = new UnitPath("/de/by/");
    static final UnitPath SIBLING = new UnitPath("/de/by/andersdorf/");

    private TestAgency() {}

    /** The units; those that are there already stay. */
    static void units(TestIdp idp) {
        OrganisationUnits units = idp.bean(OrganisationUnits.class);
        add(units, new UnitPath("/de/"), UnitKind.BUND, "Bund", UnitDetails.empty());
        add(units, PARENT, UnitKind.LAND, "Bayern", UnitDetails.empty());
        add(units, OWN, UnitKind.MUNICIPALITY, "Musterstadt", TestDossiers.organisation());
        add(units, CHILD, UnitKind.OFFICE, "Kreisverwaltungsreferat", UnitDetails.empty());
        add(units, SIBLING, UnitKind.MUNICIPALITY, "Andersdorf", TestDossiers.organisation());
    }

    private static void add(OrganisationUnits units, UnitPath path, UnitKind kind, String name, UnitDetails details) {
        if (units.find(path).isEmpty()) {
            units.add(new OrganisationUnit(path, kind, Map.of("de", name), details, 1));
        }
    }

    /** Gives a person of the sandbox other roles. */
    static void grant(TestIdp idp, String key, Grant... grants) {
        idp.bean(StaffMembers.class).seed(new SandboxPerson(key, key, Set.of(grants)));
    }

    /** The short form, filled in. */
    static Map<String, String> newService(String name) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("unit", OWN.value());
        form.put("names.de", name);
        form.put("privacy_policy_uri", "https://portal.example/privacy");
        form.put("redirect_uris", "https://portal.example/callback\nhttp://localhost:8081/callback");
        form.put("new_keys", TestDossiers.KEY.toPublicJWK().toJSONString());
        form.put("attribute", "family_name");
        form.put("purpose", "Damit wir Sie ansprechen können.");
        form.put("submit", "yes");
        return form;
    }

    /** Registers a service by the form and returns its client id. */
    static String register(StaffBrowser browser, Map<String, String> form) {
        browser.get("/agency/services/new");
        var response = browser.post("/agency/services/new", form);
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    static List<UnitPath> all() {
        return List.of(OWN, CHILD, PARENT, SIBLING);
    }
}
