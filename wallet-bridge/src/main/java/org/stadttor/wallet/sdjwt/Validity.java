// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.databind.node.ObjectNode;

/** When a token is valid: {@code nbf} and {@code exp} (RFC 7519, section 4.1), and {@code iat} as a lower bound. */
record Validity(Optional<Instant> notBefore, Optional<Instant> expiresAt, Optional<Instant> issuedAt) {

    static Validity of(ObjectNode claims, Reason malformed) {
        return new Validity(
                NumericDate.of(claims, "nbf", malformed),
                NumericDate.of(claims, "exp", malformed),
                NumericDate.of(claims, "iat", malformed));
    }

    /** Returns only if the token is valid now, give or take the clocks. */
    void requireNow(Instant now, Duration skew, Reason expired, Reason notYetValid) {
        if (expiresAt.isPresent() && !now.isBefore(expiresAt.get().plus(skew))) {
            throw new CredentialRejectedException(expired);
        }
        if (notBefore.isPresent() && now.isBefore(notBefore.get().minus(skew))) {
            throw new CredentialRejectedException(notYetValid);
        }
    }

    /** From the earlier of {@code nbf} and {@code iat} to {@code exp}; none if an end is missing or they are swapped. */
    Optional<Duration> length() {
        return Stream.of(notBefore, issuedAt)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .flatMap(start -> expiresAt.map(end -> Duration.between(start, end)))
                .filter(Duration::isPositive);
    }
}
