// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationRulesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void accepts_no_credential_without_status_by_default() {
        assertThat(VerificationRules.forTypes(Set.of("a")))
                .isEqualTo(new VerificationRules(
                        Set.of("a"), Duration.ofSeconds(60), Duration.ofSeconds(300), Duration.ZERO));
    }

    @Test
    void accepts_no_skew() {
        assertThat(new VerificationRules(Set.of("a"), Duration.ZERO, MINUTE, MINUTE).clockSkew())
                .isZero();
    }

    @Test
    void rejects_what_would_switch_a_check_off() {
        assertRejected(Set.of(), MINUTE, MINUTE, MINUTE);
        assertRejected(Set.of("a"), Duration.ofSeconds(61), MINUTE, MINUTE);
        assertRejected(Set.of("a"), Duration.ofSeconds(-1), MINUTE, MINUTE);
        assertRejected(Set.of("a"), MINUTE, Duration.ZERO, MINUTE);
        assertRejected(Set.of("a"), MINUTE, MINUTE, Duration.ofSeconds(-1));
    }

    private static void assertRejected(Set<String> types, Duration skew, Duration age, Duration validity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new VerificationRules(types, skew, age, validity));
    }
}
