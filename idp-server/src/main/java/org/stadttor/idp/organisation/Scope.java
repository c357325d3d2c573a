// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The parts of the tree a person may see and change: prefixes of paths. An empty scope includes nothing; {@code /}
 * includes everything.
 */
public record Scope(Set<String> prefixes) {

    private static final String EVERYTHING = "/";
    private static final Pattern FORM = Pattern.compile("/([a-z0-9-]{1,40}/)*");

    public Scope {
        if (!prefixes.stream().allMatch(prefix -> FORM.matcher(prefix).matches())) {
            throw new IllegalArgumentException("a prefix begins and ends with a slash");
        }
        prefixes = Set.copyOf(prefixes);
    }

    /** Everything. */
    public static Scope everything() {
        return new Scope(Set.of(EVERYTHING));
    }

    public static Scope of(String... prefixes) {
        return new Scope(Set.of(prefixes));
    }

    public static Scope of(Collection<String> prefixes) {
        return new Scope(new TreeSet<>(prefixes));
    }

    public boolean includes(UnitPath unit) {
        return prefixes.stream().anyMatch(unit.value()::startsWith);
    }

    public boolean includesEverything() {
        return prefixes.contains(EVERYTHING);
    }
}
