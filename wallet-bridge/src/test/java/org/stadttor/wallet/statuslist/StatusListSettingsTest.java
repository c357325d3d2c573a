// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadttor.wallet.fixture.TestCertificate;

class StatusListSettingsTest {

    private static final StatusListSettings DEFAULTS = StatusListSettings.defaults();
    private static final Instant NOW = TestCertificate.NOW;

    private static StatusListToken token(String ttl, String exp) {
        TestStatusToken token = TestStatusToken.by(TestCertificate.ca("CA").issueLeaf("Signer"))
                .with(t -> {
                    t.payload.remove("ttl");
                    t.payload.remove("exp");
                    if (!ttl.isEmpty()) {
                        t.payload.put("ttl", Long.parseLong(ttl));
                    }
                    if (!exp.isEmpty()) {
                        t.payload.put("exp", TestStatusToken.NOW + Long.parseLong(exp));
                    }
                });
        return StatusListToken.verify(token.jwt(), TestStatusToken.URI, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 60",
        "59, 60",
        "60, 60",
        "61, 61",
        "86400, 86400",
        "86401, 86400",
        "1000000000000, 86400",
        "'', 3600"
    })
    void bounds_the_ttl(String ttl, long seconds) {
        assertThat(DEFAULTS.timeToLive(token(ttl, ""))).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "604799, 604799", "604800, 604800", "604801, 604800", "'', 86400"})
    void bounds_the_use(String exp, long seconds) {
        assertThat(DEFAULTS.usableUntil(token("", exp), NOW)).isEqualTo(NOW.plusSeconds(seconds));
    }

    @Test
    void a_held_list_is_due_a_little_before_it_is_stale_and_whenever_it_is_void() {
        HeldStatusList held = HeldStatusList.of(token("1000", "100000"), NOW, DEFAULTS);
        assertThat(held.isDueAt(NOW.plusSeconds(899))).isFalse();
        assertThat(held.isDueAt(NOW.plusSeconds(900))).isTrue();
        assertThat(held.isStaleAt(NOW.plusSeconds(999))).isFalse();
        assertThat(held.isStaleAt(NOW.plusSeconds(1000))).isTrue();
        assertThat(held.isUsableAt(NOW.plusSeconds(99_999))).isTrue();
        assertThat(held.isUsableAt(NOW.plusSeconds(100_000))).isFalse();
        HeldStatusList shortLived = HeldStatusList.of(token("1000", "10"), NOW, DEFAULTS);
        assertThat(shortLived.isDueAt(NOW.plusSeconds(9))).isFalse();
        assertThat(shortLived.isDueAt(NOW.plusSeconds(10))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 10, 10, 10, 1, 1",
        "1, 10, 10, 10, 10, 0, 1",
        "1, 10, 10, 10, 10, 1, 0",
        "5, 4, 10, 10, 10, 1, 1",
        "5, 10, 4, 10, 10, 1, 1",
        "5, 10, 10, 9, 10, 1, 1",
        "5, 10, 10, 10, 4, 1, 1",
    })
    void contradictory_bounds_do_not_exist(
            long shortest, long longest, long absent, long use, long useWithoutExp, long retry, long forget) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(shortest, longest, absent, use, useWithoutExp, retry, forget));
    }

    @Test
    void equal_bounds_are_fine() {
        assertThat(settings(5, 5, 5, 5, 5, 1, 1).longestUse()).hasSeconds(5);
    }

    private static StatusListSettings settings(long... seconds) {
        return new StatusListSettings(
                Duration.ofSeconds(seconds[0]),
                Duration.ofSeconds(seconds[1]),
                Duration.ofSeconds(seconds[2]),
                Duration.ofSeconds(seconds[3]),
                Duration.ofSeconds(seconds[4]),
                Duration.ofSeconds(seconds[5]),
                Duration.ofSeconds(seconds[6]));
    }
}
