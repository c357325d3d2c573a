// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.List;
import java.util.Optional;

/** Every state of every entity. */
public interface EntityHistory {

    /** All states, the first one first; empty for an entity that does not exist. */
    List<EntityVersion> versions(IssuerId issuer);

    Optional<EntityVersion> version(IssuerId issuer, long number);
}
