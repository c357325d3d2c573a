// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.Map;
import java.util.Objects;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * An attribute a relying party is registered for.
 *
 * @param attribute what
 * @param purposes why, in plain words, by BCP 47 language; at least {@code de}
 * @param mandatory whether a login makes no sense without it
 */
public record AttributeEntitlement(PidAttribute attribute, Map<String, String> purposes, boolean mandatory) {

    public AttributeEntitlement {
        Objects.requireNonNull(attribute);
        purposes = Map.copyOf(purposes);
        if (!purposes.containsKey("de")) {
            throw new IllegalArgumentException("a purpose in German is needed");
        }
    }
}
