// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.stadttor.ui.Site;

/**
 * What the staff side of one process is.
 *
 * @param schema its PostgreSQL schema, for example {@code trust_staff}
 * @param roles codes of all roles there are
 * @param site name and look of the pages
 * @param sandboxPeople whom the sandbox signs in
 */
public record StaffProcess(String schema, Set<String> roles, Site site, List<SandboxPerson> sandboxPeople) {

    /** May invite people and take roles away; in every process. */
    public static final String STAFF_ADMIN = "staff-admin";

    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z_]{1,30}");

    public StaffProcess {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("not a schema name");
        }
        roles = Set.copyOf(roles);
        sandboxPeople = List.copyOf(sandboxPeople);
    }
}
