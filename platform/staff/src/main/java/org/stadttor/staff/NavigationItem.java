// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Set;

/**
 * An entry of the navigation of staff pages; shown to whoever has one of the roles. Each is a bean.
 *
 * @param order from left to right
 * @param href for example {@code /admin/entities}
 * @param messageKey its text; what the page is for, on the start page, is {@code <messageKey>.text}, if there is such a text
 */
public record NavigationItem(int order, String href, String messageKey, Set<String> roles) {

    public NavigationItem {
        roles = Set.copyOf(roles);
    }

    public static NavigationItem of(int order, String href, String messageKey, String... roles) {
        return new NavigationItem(order, href, messageKey, Set.of(roles));
    }
}
