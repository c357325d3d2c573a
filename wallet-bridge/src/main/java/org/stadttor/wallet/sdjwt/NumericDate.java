// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.time.Instant;
import java.util.Optional;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Seconds since 1970 as JWTs have them (RFC 7519, section 2), up to the year 9999. */
final class NumericDate {

    private static final double MAX_SECONDS = 253_402_300_799.0;

    private NumericDate() {}

    /** The moment, if the claim is there; fractions of a second are dropped. */
    static Optional<Instant> of(ObjectNode claims, String name, Reason malformed) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw new CredentialRejectedException(malformed);
        }
        double seconds = value.asDouble();
        if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
            throw new CredentialRejectedException(malformed);
        }
        return Optional.of(Instant.ofEpochSecond((long) seconds));
    }
}
