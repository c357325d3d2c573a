// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.List;

/**
 * A claims path pointer: from the root of a credential to zero or more values.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 7</a>
 */
public record ClaimsPath(List<Component> components) {

    /** One step of a path. */
    public sealed interface Component {

        /** The member with this name. */
        record Member(String name) implements Component {}

        /** The element at this index, counted from 0. */
        record Index(int index) implements Component {
            public Index {
                if (index < 0) {
                    throw new IllegalArgumentException("index must not be negative");
                }
            }
        }

        /** Every element of the array. */
        record AllElements() implements Component {}
    }

    public ClaimsPath {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("a claims path is not empty");
        }
    }

    /** A path of member names only. */
    public static ClaimsPath of(String... names) {
        return new ClaimsPath(java.util.Arrays.stream(names)
                .<Component>map(Component.Member::new)
                .toList());
    }
}
