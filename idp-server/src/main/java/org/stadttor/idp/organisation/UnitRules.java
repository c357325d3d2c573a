// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.List;
import java.util.Map;

/** What names and details of a unit must look like. */
public final class UnitRules {

    private static final int NAME = 200;
    private static final int ADDRESS = 500;

    /** Every field that is wrong; details may be empty, a registration says later what is missing. */
    public List<FieldError> check(Map<String, String> names, UnitDetails details) {
        FieldChecks checks = new FieldChecks();
        checks.languages("names", names, NAME, true);
        check(checks, details);
        return checks.errors();
    }

    /** The same for details that stand somewhere else. */
    public static void check(FieldChecks checks, UnitDetails details) {
        LegalEntity entity = details.legalEntity();
        checks.line("legal_entity.legal_name", entity.legalName(), NAME, false);
        checks.identifier("legal_entity.identifier", entity.identifier());
        checks.country("legal_entity.country", entity.country());
        checks.lines("legal_entity.address", entity.address(), ADDRESS, false);
        Contact contact = details.contact();
        checks.email("contact.email", contact.email());
        checks.phone("contact.phone", contact.phone());
        checks.page("contact.support_uri", contact.supportUri());
        SupervisoryAuthority authority = details.supervisoryAuthority();
        checks.line("supervisory_authority.name", authority.name(), NAME, false);
        checks.country("supervisory_authority.country", authority.country());
        checks.email("supervisory_authority.email", authority.email());
        checks.phone("supervisory_authority.phone", authority.phone());
        checks.page("supervisory_authority.form_uri", authority.formUri());
    }
}
