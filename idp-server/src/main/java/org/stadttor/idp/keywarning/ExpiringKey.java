// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.keywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * A key of a live registration that ends soon, or has ended.
 *
 * @param names of the service, by language
 */
public record ExpiringKey(
        ClientId clientId, Map<String, String> names, UnitPath unit, String keyId, Instant expiresAt) {

    public ExpiringKey {
        names = Map.copyOf(names);
    }

    /** Whole days that are left; 0 on the last day and after the end. */
    public long daysLeft(Instant now) {
        return Math.max(0, Duration.between(now, expiresAt).toDays());
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
