// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.stadttor.idp.authorization.InvalidClientException.Reason;

/**
 * The time rules of client assertions: five minutes at most, ten seconds for clocks that differ.
 *
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html">FAPI 2.0 Security Profile, 5.3.2.1</a>
 */
final class AssertionTimes {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(10);

    private AssertionTimes() {}

    /** Returns until when the assertion could be used again, were it not used up. */
    static Instant requireTimes(Map<String, Object> claims, Instant now) {
        if (!(claims.get("exp") instanceof Number exp)) {
            throw new InvalidClientException(Reason.EXPIRY_MISSING);
        }
        Instant expiresAt = instant(exp);
        if (!now.isBefore(expiresAt.plus(SKEW))) {
            throw new InvalidClientException(Reason.ASSERTION_EXPIRED);
        }
        if (expiresAt.isAfter(now.plus(LONGEST).plus(SKEW))) {
            throw new InvalidClientException(Reason.EXPIRY_TOO_FAR);
        }
        requirePast(claims, "iat", now);
        requirePast(claims, "nbf", now);
        return expiresAt.plus(SKEW);
    }

    private static void requirePast(Map<String, Object> claims, String name, Instant now) {
        Object value = claims.get(name);
        if (value == null) {
            return;
        }
        if (!(value instanceof Number number) || instant(number).isAfter(now.plus(SKEW))) {
            throw new InvalidClientException(Reason.NOT_YET_VALID);
        }
    }

    private static Instant instant(Number seconds) {
        long value = Math.clamp(seconds.longValue(), 0L, 253_402_300_799L);
        return Instant.ofEpochSecond(value);
    }
}
