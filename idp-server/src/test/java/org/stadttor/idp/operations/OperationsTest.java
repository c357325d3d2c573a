// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.PresentationEvent;
import org.stadttor.wallet.presentation.PresentationEvents;
import org.stadttor.wallet.presentation.PresentationId;

class OperationsTest {

    @Test
    void believes_forwarded_headers_of_listed_proxies_only() {
        TestDatabase database = TestDatabase.create();
        try (TestIdp open = TestIdp.start(database)) {
            assertThat(strictTransportSecurity(open)).isFalse();
        }
        try (TestIdp proxied = TestIdp.start(database, "--stadttor.trusted-proxies=127.0.0.1,::1")) {
            assertThat(strictTransportSecurity(proxied)).isTrue();
        }
        try (TestIdp other = TestIdp.start(database, "--stadttor.trusted-proxies=10.1.2.3")) {
            assertThat(strictTransportSecurity(other)).isFalse();
        }
    }

    @Test
    void refuses_proxies_that_are_not_addresses() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/8")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void explains_a_support_code() {
        try (TestIdp idp = TestIdp.start(TestDatabase.create())) {
            PresentationId id = new PresentationId(UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301"));
            idp.bean(PresentationEvents.class).happened(new PresentationEvent.Refused(id, "status_revoked"));
            assertThat(idp.bean(ExplainSupportCode.class).explain("7WJG-9R2F"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.reason()).isEqualTo("status_revoked"));
            assertThat(idp.bean(ExplainSupportCode.class).explain("7wjg9r2f")).hasSize(1);
            assertThat(idp.bean(ExplainSupportCode.class).explain("0000-0000")).isEmpty();
            assertThat(idp.bean(ExplainSupportCode.class).explain("%")).isEmpty();
        }
    }

    private static boolean strictTransportSecurity(TestIdp idp) {
        return TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/oauth2/jwks"))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-For", "192.0.2.1")
                        .build())
                .headers()
                .firstValue("Strict-Transport-Security")
                .isPresent();
    }
}
