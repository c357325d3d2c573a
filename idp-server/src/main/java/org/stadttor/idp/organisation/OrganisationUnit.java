// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.Map;

/**
 * A node of the tree.
 *
 * @param names by BCP 47 language, at least {@code de}
 * @param details its own details, not those it takes from above
 * @param revision grows with each change; 0 for a unit that is not stored yet
 */
public record OrganisationUnit(
        UnitPath path, UnitKind kind, Map<String, String> names, UnitDetails details, long revision) {

    public OrganisationUnit {
        names = Map.copyOf(names);
    }
}
