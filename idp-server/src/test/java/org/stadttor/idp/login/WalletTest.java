// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.wallet.openid4vp.RequestUriMethod;

class WalletTest {

    @ParameterizedTest
    @ValueSource(strings = {"openid4vp://", "haip-vp://", "eu-eaap://authorize", "https://wallet.example/open?x=1"})
    void accepts_schemes_and_https_addresses(String engagement) {
        assertThatCode(() -> new Wallet("w", Map.of("de", "Wallet"), engagement, RequestUriMethod.GET))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://x",
                "data:text/html,x",
                "http://wallet.example",
                "wallet",
                ""
            })
    void rejects_what_a_browser_would_run_or_send_in_clear(String engagement) {
        assertThatThrownBy(() -> new Wallet("w", Map.of("de", "Wallet"), engagement, RequestUriMethod.GET))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wallet", "a b", "\"><script>"})
    void rejects_ids_that_do_not_fit_into_a_page(String id) {
        assertThatThrownBy(() -> new Wallet(id, Map.of("de", "Wallet"), "openid4vp://", RequestUriMethod.GET))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void rejects_unfit_names(String name) {
        assertThatThrownBy(() -> new Wallet("w", Map.of("de", name), "openid4vp://", RequestUriMethod.GET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wallet("w", Map.of("en", "Wallet"), "openid4vp://", RequestUriMethod.GET))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
