// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stadttor.idp.organisation.OrganisationUnit;

/** Units to choose from, as a select field wants them. */
final class UnitChoice {

    private UnitChoice() {}

    /** From path to name, in this order. */
    static Map<String, String> of(List<OrganisationUnit> units, Locale locale) {
        Map<String, String> choice = new LinkedHashMap<>();
        units.forEach(unit -> choice.put(
                unit.path().value(),
                ServiceView.name(unit.names(), locale, unit.path().value()) + " (" + unit.path() + ")"));
        return choice;
    }
}
