// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Instant;

/** Client assertions that have been used, on any node. */
public interface UsedAssertions {

    /**
     * Uses an assertion up: true for exactly one caller.
     *
     * @param name hash of client and {@code jti}
     * @param expiresAt until when it must be remembered
     */
    boolean use(byte[] name, Instant expiresAt);

    /** Forgets what has expired. */
    int purge(Instant now);
}
