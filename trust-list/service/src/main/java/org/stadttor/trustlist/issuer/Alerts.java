// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored alerts. */
public interface Alerts {

    /** Those nobody has acknowledged, the oldest first. */
    List<Alert> open();

    /** All, the latest first. */
    List<Alert> all(int offset, int limit);

    Optional<Alert> find(UUID id);

    void raise(Alert alert);

    /** Whether it was still open. */
    boolean acknowledge(UUID id, Change change);
}
