// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of names of which one must match, or explicitly every name. An empty {@link Only} matches nothing. */
public sealed interface Allowed {

    /** Every name. */
    record Any() implements Allowed {}

    /** These names, compared without regard to case. */
    record Only(Set<String> names) implements Allowed {
        public Only {
            names = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        }
    }

    static Allowed any() {
        return new Any();
    }

    static Allowed only(String... names) {
        return new Only(Set.of(names));
    }

    default boolean permits(String name) {
        return switch (this) {
            case Any() -> true;
            case Only(Set<String> names) -> names.contains(name.toLowerCase(Locale.ROOT));
        };
    }
}
