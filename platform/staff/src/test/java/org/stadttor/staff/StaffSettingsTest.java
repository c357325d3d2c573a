// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that would open the staff pages to everybody are refused at the start. */
class StaffSettingsTest {

    private static StaffSettings settings(String address, @Nullable String publicAddress, boolean sandboxSignIn) {
        return new StaffSettings(
                8090,
                address,
                publicAddress == null ? null : URI.create(publicAddress),
                sandboxSignIn,
                Duration.ofMinutes(30),
                Duration.ofHours(8),
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,",
        "::,",
        "192.0.2.1,",
        "127.0.0.1,https://staff.example.org",
        "0.0.0.0,http://localhost:8090",
    })
    void refuses_signing_in_by_a_click_where_others_can_come(String address, @Nullable String publicAddress) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(address, publicAddress, true))
                .withMessageContaining("staff.sandbox-sign-in");
        assertThat(settings(address, publicAddress, false).sandboxSignIn()).isFalse();
    }

    @Test
    void allows_it_on_this_machine() {
        assertThat(settings("127.0.0.1", null, true).sandboxSignIn()).isTrue();
        assertThat(settings("localhost", "http://localhost:8090", true).sandboxSignIn())
                .isTrue();
    }
}
