// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Objects;
import java.util.UUID;

/** Our id of an issuer. */
public record IssuerId(UUID value) {

    public IssuerId {
        Objects.requireNonNull(value);
    }

    public static IssuerId random() {
        return new IssuerId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
