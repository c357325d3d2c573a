// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import java.util.Map;

/**
 * A synthetic person. Everybody here is made up.
 *
 * @param id stable name in addresses and tests
 * @param type the shape of this person's PID
 * @param claims the attributes of the PID, as they stand in it
 */
public record Person(String id, PidType type, Map<String, Object> claims) {

    public Person {
        claims = Map.copyOf(claims);
    }

    /** An attribute as text; empty if it is unknown. */
    public String claim(String name) {
        return String.valueOf(claims.getOrDefault(name, ""));
    }

    /** Given and family name. */
    public String displayName() {
        return claim("given_name") + " " + claim("family_name");
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
