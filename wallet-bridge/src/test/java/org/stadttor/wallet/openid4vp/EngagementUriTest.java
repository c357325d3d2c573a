// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngagementUriTest {

    private static final String ADDED =
            "client_id=x509_hash%3Aabc&request_uri=https%3A%2F%2Fidp.example%2Fwallet%2Frequest%2FA-_%3Fa%3Db%26c&request_uri_method=post";

    @ParameterizedTest
    @CsvSource({
        "openid4vp://, openid4vp://?",
        "haip-vp://, haip-vp://?",
        "eu-eaap://authorize, eu-eaap://authorize?",
        "openid4vp:, openid4vp:?",
        "https://wallet.example/open, https://wallet.example/open?",
        "https://wallet.example/open?, https://wallet.example/open?",
        "https://wallet.example/open?lang=de, https://wallet.example/open?lang=de&",
        "openid4vp://?lang=de, openid4vp://?lang=de&",
        "http://localhost:8082/wallet, http://localhost:8082/wallet?",
    })
    void adds_exactly_three_parameters(String endpoint, String prefix) {
        assertThat(EngagementUri.of(
                                endpoint,
                                "x509_hash:abc",
                                URI.create("https://idp.example/wallet/request/A-_?a=b&c"),
                                RequestUriMethod.POST)
                        .value())
                .isEqualTo(prefix + ADDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "wallet",
                "http://wallet.example/",
                "https://wallet.example/#top",
                "https://wallet.example/?client_id=x",
                "https://wallet.example/?a=b&request_uri=x",
                "https://wallet.example/?request",
            })
    void rejects_endpoint(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> EngagementUri.requireEndpoint(endpoint));
    }
}
