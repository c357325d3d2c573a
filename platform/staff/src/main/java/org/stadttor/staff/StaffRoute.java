// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Objects;
import java.util.Set;

/**
 * Who may use one address of the staff side. What no route names is denied.
 *
 * @param method {@code GET} (with {@code HEAD}), {@code POST}, {@code PUT}, {@code DELETE}
 * @param pattern as in request mappings, for example {@code /admin/entities/{id}}
 * @param access for whom
 * @param roles one of these is needed, in any part; the handler asks for the part
 */
public record StaffRoute(String method, String pattern, Access access, Set<String> roles) {

    /** For whom. */
    public enum Access {
        /** Everybody, signed in or not: sign-in pages and assets. */
        EVERYBODY,
        /** Whoever is signed in. */
        SIGNED_IN,
        /** Whoever has one of the roles. */
        ROLES
    }

    public StaffRoute {
        Objects.requireNonNull(method);
        Objects.requireNonNull(pattern);
        roles = Set.copyOf(roles);
        if ((access == Access.ROLES) == roles.isEmpty()) {
            throw new IllegalArgumentException("roles belong to access by roles: " + pattern);
        }
    }

    /** Reading, by these roles. */
    public static StaffRoute get(String pattern, String... roles) {
        return new StaffRoute("GET", pattern, Access.ROLES, Set.of(roles));
    }

    /** A form or command, by these roles. */
    public static StaffRoute post(String pattern, String... roles) {
        return new StaffRoute("POST", pattern, Access.ROLES, Set.of(roles));
    }

    /** Replacing, by these roles. */
    public static StaffRoute put(String pattern, String... roles) {
        return new StaffRoute("PUT", pattern, Access.ROLES, Set.of(roles));
    }

    /** Removing, by these roles. */
    public static StaffRoute delete(String pattern, String... roles) {
        return new StaffRoute("DELETE", pattern, Access.ROLES, Set.of(roles));
    }

    /** For whoever is signed in. */
    public static StaffRoute signedIn(String method, String pattern) {
        return new StaffRoute(method, pattern, Access.SIGNED_IN, Set.of());
    }

    /** For everybody. */
    public static StaffRoute everybody(String method, String pattern) {
        return new StaffRoute(method, pattern, Access.EVERYBODY, Set.of());
    }
}
