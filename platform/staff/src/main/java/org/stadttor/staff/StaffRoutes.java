// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.List;

/** The routes of one feature; each feature declares a bean. */
public record StaffRoutes(List<StaffRoute> routes) {

    public StaffRoutes {
        routes = List.copyOf(routes);
    }

    public static StaffRoutes of(StaffRoute... routes) {
        return new StaffRoutes(List.of(routes));
    }
}
