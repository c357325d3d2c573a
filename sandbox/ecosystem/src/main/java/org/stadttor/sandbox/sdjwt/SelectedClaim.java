// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.sdjwt;

import java.util.List;
import java.util.Set;

/**
 * What a claims path selects.
 *
 * @param values the selected values, everything below them disclosed
 * @param disclosures what must be disclosed to show them, parents included
 */
public record SelectedClaim(List<Object> values, Set<Disclosure> disclosures) {

    public SelectedClaim {
        values = List.copyOf(values);
        disclosures = Set.copyOf(disclosures);
    }

    @Override
    public String toString() {
        return "SelectedClaim[" + values.size() + " values]";
    }
}
