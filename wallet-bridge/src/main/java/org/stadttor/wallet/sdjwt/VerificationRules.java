// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.time.Duration;
import java.util.Set;

/**
 * What an operator may decide about the verification of SD-JWT VCs.
 *
 * @param types the {@code vct} values that are accepted, compared exactly
 * @param clockSkew how far clocks may differ; at most 60 seconds
 * @param keyBindingMaxAge how long ago the holder may have signed
 * @param maxValidityWithoutStatus a credential without a status is accepted if it is valid for no longer than this;
 *     zero accepts none
 */
public record VerificationRules(
        Set<String> types, Duration clockSkew, Duration keyBindingMaxAge, Duration maxValidityWithoutStatus) {

    /** The largest clock difference that can be set. */
    public static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(60);

    public VerificationRules {
        types = Set.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("at least one type must be accepted");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
            throw new IllegalArgumentException("the clock skew is between 0 and 60 seconds");
        }
        if (!keyBindingMaxAge.isPositive() || maxValidityWithoutStatus.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative");
        }
    }

    /** 60 seconds of skew, five minutes for key binding, and no credential without a status. */
    public static VerificationRules forTypes(Set<String> types) {
        return new VerificationRules(types, MAX_CLOCK_SKEW, Duration.ofMinutes(5), Duration.ZERO);
    }
}
