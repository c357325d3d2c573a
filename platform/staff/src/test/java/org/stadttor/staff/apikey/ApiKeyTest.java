// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static ApiKey key(Grant... grants) {
        return new ApiKey(
                UUID.randomUUID(),
                StaffId.random(),
                "key",
                Set.of(grants),
                SignIn.PASSKEY,
                NOW,
                NOW.plusSeconds(60),
                null,
                null);
    }

    @Test
    void accepts_its_own_text() {
        ApiKeySecret secret = ApiKeySecret.random(new SecureRandom());
        assertThat(secret.text()).matches("stk_[0-9a-f]{72}");
        assertThat(ApiKeySecret.parse(secret.text()))
                .hasValueSatisfying(parsed -> assertThat(parsed.hash()).isEqualTo(secret.hash()));
        assertThat(secret.toString()).doesNotContain(secret.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stk_", "stk_00", "STK_", "Bearer"})
    void rejects_other_text(String text) {
        assertThat(ApiKeySecret.parse(text)).isEmpty();
    }

    @Test
    void rejects_a_mistyped_key() {
        String text = ApiKeySecret.random(new SecureRandom()).text();
        char changed = text.charAt(10) == '0' ? '1' : '0';
        assertThat(ApiKeySecret.parse(text.substring(0, 10) + changed + text.substring(11)))
                .isEmpty();
        assertThat(ApiKeySecret.parse(text + " ")).isEmpty();
    }

    @Test
    void allows_only_what_key_and_person_both_may() {
        ApiKey key = key(new Grant("owner", "/de/by/"), Grant.whole("registrar"), new Grant("technician", "/de/"));
        assertThat(key.effective(Set.of(
                        new Grant("owner", "/de/"), // wider than the key
                        new Grant("technician", "/de/by/musterstadt/"), // narrower than the key
                        Grant.whole("auditor")))) // not of the key
                .containsExactlyInAnyOrder(
                        new Grant("owner", "/de/by/"), new Grant("technician", "/de/by/musterstadt/"));
        assertThat(key.effective(Set.of(new Grant("owner", "/de/nw/")))).isEmpty();
        assertThat(key.effective(Set.of())).isEmpty();
    }

    @Test
    void ends_at_its_end() {
        assertThat(key().isLive(NOW.plusSeconds(59))).isTrue();
        assertThat(key().isLive(NOW.plusSeconds(60))).isFalse();
    }
}
