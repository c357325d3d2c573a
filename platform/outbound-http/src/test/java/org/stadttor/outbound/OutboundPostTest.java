// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadttor.outbound.OutboundException.Reason;

class OutboundPostTest {

    private static final OutboundPolicy POLICY = OutboundPolicy.forPurpose("test")
            .withAddresses(AddressRule.PUBLIC_OR_LOOPBACK)
            .withMaxRedirects(3);

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sends_the_body_and_its_type() {
        AtomicReference<String> body = new AtomicReference<>("");
        server.on("/hook", exchange -> {
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            exchange.sendResponseHeaders(204, -1);
        });
        assertThat(post(POLICY, server.at("/hook")).status()).isEqualTo(204);
        assertThat(body.get()).isEqualTo("a.b.c");
        assertThat(server.asked).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("application/jwt");
        });
    }

    @Test
    void follows_no_redirect_whatever_the_policy_says() {
        server.on("/hook", 307, Map.of("Location", "/other"), new byte[0]);
        server.on("/other", 200, Map.of(), new byte[0]);
        assertReason(POLICY, server.at("/hook"), Reason.TOO_MANY_REDIRECTS);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void reports_a_refusal() {
        server.on("/hook", 500, Map.of(), new byte[0]);
        assertReason(POLICY, server.at("/hook"), Reason.STATUS_NOT_OK);
    }

    @Test
    void goes_nowhere_the_policy_forbids() {
        assertReason(OutboundPolicy.forPurpose("test"), server.at("/hook"), Reason.SCHEME_NOT_ALLOWED);
        assertThat(server.asked).isEmpty();
    }

    private static OutboundResponse post(OutboundPolicy policy, URI url) {
        try (OutboundHttp http = new OutboundHttp(policy)) {
            return http.post(new OutboundPost(url, "application/jwt", "a.b.c"));
        }
    }

    private static void assertReason(OutboundPolicy policy, URI url, Reason reason) {
        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> post(policy, url))
                .extracting(OutboundException::reason)
                .isEqualTo(reason);
    }
}
