// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/**
 * An invented person whom the sandbox signs in by a click.
 *
 * @param key stable, for links and tests, for example {@code anton}
 * @param name for people
 */
public record SandboxPerson(String key, String name, Set<Grant> grants) {

    public SandboxPerson {
        grants = Set.copyOf(grants);
    }

    /** A person with roles everywhere. */
    public static SandboxPerson of(String key, String name, String... roles) {
        return new SandboxPerson(
                key,
                name,
                java.util.Arrays.stream(roles).map(Grant::whole).collect(java.util.stream.Collectors.toSet()));
    }

    /** Always the same account for the same key. */
    public StaffId id() {
        return new StaffId(UUID.nameUUIDFromBytes(("stadttor sandbox " + key).getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}
