// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import java.util.Objects;
import java.util.UUID;

/** An account: an id and the HMACs it is found by. */
public record Account(UUID id, PersonKeys keys) {

    public Account {
        Objects.requireNonNull(id);
        Objects.requireNonNull(keys);
    }
}
