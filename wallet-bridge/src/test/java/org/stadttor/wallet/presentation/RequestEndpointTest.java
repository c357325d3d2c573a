// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.Logins;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestWorld;

/** The request_uri over real HTTP (OpenID4VP 1.0, section 5.10). */
class RequestEndpointTest {

    private static final TestWorld WORLD = TestWorld.create();
    private static final ProtocolWallet WALLET = new ProtocolWallet();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static BridgeNode node;

    @BeforeAll
    static void start() {
        node = BridgeNode.start(TestDatabase.create(), WORLD);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static void refused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Nested
    class Get {

        @Test
        void accepts_second_fetch_of_the_same_request() {
            Logins login = Logins.start(node, Flow.CROSS_DEVICE);
            ProtocolWallet.Request first = login.fetch(WALLET);
            ProtocolWallet.Request second = login.fetch(WALLET);
            for (String member : new String[] {"nonce", "state", "response_uri", "client_id"}) {
                assertThat(second.text(member)).isEqualTo(first.text(member));
            }
            assertThat(second.responseKey()).isEqualTo(first.responseKey());
        }

        @Test
        void has_neither_wallet_nonce_nor_cookie() {
            Logins login = Logins.start(node, Flow.SAME_DEVICE);
            HttpResponse<String> response = WALLET.get(node.here(login.started().requestUri()));
            assertThat(response.headers().map()).doesNotContainKey("Set-Cookie");
            assertThat(ProtocolWallet.verified(response.body()).payload().has("wallet_nonce"))
                    .isFalse();
            assertThat(ProtocolWallet.verified(response.body()).payload().has("request_uri_method"))
                    .isFalse();
        }

        @Test
        void has_values_that_have_nothing_in_common() {
            Logins login = Logins.start(node, Flow.SAME_DEVICE);
            ProtocolWallet.Request request = login.fetch(WALLET);
            String requestHandle = last(login.started().requestUri());
            assertThat(new String[] {
                        requestHandle,
                        request.text("nonce"),
                        request.text("state"),
                        last(request.responseUri()),
                        request.responseKey().getKeyID(),
                        login.started().id().toString()
                    })
                    .doesNotHaveDuplicates();
            Logins other = Logins.start(node, Flow.SAME_DEVICE);
            assertThat(other.fetch(WALLET).responseKey()).isNotEqualTo(request.responseKey());
        }

        @Test
        void rejects_unknown_and_malformed_handles() {
            for (String handle : new String[] {"A".repeat(43), "x", "A".repeat(500), "..%2f", "%00"}) {
                assertThat(WALLET.get(node.here(URI.create(BridgeNode.BASE + "/wallet/request/" + handle)))
                                .statusCode())
                        .isBetween(400, 404);
            }
            refused(WALLET.get(node.here(URI.create(BridgeNode.BASE + "/wallet/request/" + "A".repeat(43)))), 404);
        }

        @Test
        void rejects_after_the_answer() {
            Logins login = Logins.start(node, Flow.CROSS_DEVICE);
            WALLET.present(node, login.fetch(WALLET));
            refused(WALLET.get(node.here(login.started().requestUri())), 404);
        }

        @Test
        void rejects_after_expiry() {
            TestWorld later = TestWorld.create();
            try (BridgeNode other = BridgeNode.start(TestDatabase.create(), later)) {
                Logins login = Logins.start(other, Flow.CROSS_DEVICE);
                later.clock().advance(Duration.ofMinutes(5).plusSeconds(1));
                refused(WALLET.get(other.here(login.started().requestUri())), 404);
            }
        }
    }

    @Nested
    class Post {

        @Test
        void accepts_empty_body_and_unknown_parameters() {
            URI uri = node.here(Logins.start(node, Flow.CROSS_DEVICE).started().requestUri());
            assertThat(WALLET.postBody(uri, FORM, "").statusCode()).isEqualTo(200);
            HttpResponse<String> unknown = WALLET.post(uri, Map.of("unknown", "1"));
            assertThat(unknown.statusCode()).isEqualTo(200);
            assertThat(ProtocolWallet.verified(unknown.body()).payload().has("wallet_nonce"))
                    .isFalse();
        }

        @Test
        void echoes_each_wallet_nonce_over_the_same_request() {
            Logins login = Logins.start(node, Flow.CROSS_DEVICE);
            URI uri = node.here(login.started().requestUri());
            ProtocolWallet.Request first = ProtocolWallet.verified(
                    WALLET.post(uri, Map.of("wallet_nonce", "one")).body());
            ProtocolWallet.Request second = ProtocolWallet.verified(
                    WALLET.post(uri, Map.of("wallet_nonce", "two")).body());
            assertThat(first.text("wallet_nonce")).isEqualTo("one");
            assertThat(second.text("wallet_nonce")).isEqualTo("two");
            assertThat(second.text("nonce")).isEqualTo(first.text("nonce"));
            assertThat(WALLET.present(node, second).statusCode()).isEqualTo(200);
        }

        @Test
        void is_not_widened_by_wallet_metadata() {
            URI uri = node.here(Logins.start(node, Flow.CROSS_DEVICE).started().requestUri());
            String metadata =
                    "{\"request_object_signing_alg_values_supported\":[\"none\",\"RS256\"],\"jwks_uri\":\"http://localhost:1/\"}";
            ProtocolWallet.Request request = ProtocolWallet.verified(
                    WALLET.post(uri, Map.of("wallet_metadata", metadata)).body());
            assertThat(request.jws().getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        }

        @Test
        void rejects_duplicate_parameters_other_content_and_too_much() {
            URI uri = node.here(Logins.start(node, Flow.CROSS_DEVICE).started().requestUri());
            refused(WALLET.postBody(uri, FORM, "wallet_nonce=1&wallet_nonce=2"), 400);
            refused(WALLET.postBody(uri, "application/json", "{}"), 400);
            refused(WALLET.postBody(uri, FORM, "wallet_metadata=" + "x".repeat(40_000)), 400);
            refused(WALLET.post(uri, Map.of("wallet_nonce", "line\nbreak")), 400);
        }
    }

    @Nested
    class Rotation {

        @Test
        void keeps_the_request_and_changes_the_handle() {
            Logins login = Logins.start(node, Flow.CROSS_DEVICE);
            StartedPresentation rotated = rotate(login, login.browser());
            assertThat(rotated.requestUri()).isNotEqualTo(login.started().requestUri());
            assertThat(rotated.id()).isEqualTo(login.started().id());
            ProtocolWallet.Request newOne = WALLET.fetch(node.here(rotated.requestUri()));
            // In the overlap the code that was just scanned still works, and it is the same request.
            assertThat(login.fetch(WALLET).text("nonce")).isEqualTo(newOne.text("nonce"));
            assertThat(WALLET.present(node, newOne).statusCode()).isEqualTo(200);
            assertThat(node.bean(RotateRequestHandle.class)
                            .rotate(login.started().id(), login.browser()))
                    .isEmpty();
        }

        @Test
        void voids_older_handles() {
            TestWorld later = TestWorld.create();
            try (BridgeNode other = BridgeNode.start(TestDatabase.create(), later)) {
                Logins login = Logins.start(other, Flow.CROSS_DEVICE);
                StartedPresentation second = rotate(login, login.browser());
                StartedPresentation third = rotate(login, login.browser());
                refused(WALLET.get(other.here(login.started().requestUri())), 404);
                assertThat(WALLET.get(other.here(second.requestUri())).statusCode())
                        .isEqualTo(200);
                later.clock().advance(Duration.ofSeconds(21));
                refused(WALLET.get(other.here(second.requestUri())), 404);
                assertThat(WALLET.get(other.here(third.requestUri())).statusCode())
                        .isEqualTo(200);
            }
        }

        @Test
        void is_refused_to_another_browser() {
            Logins login = Logins.start(node, Flow.CROSS_DEVICE);
            assertThat(node.bean(RotateRequestHandle.class)
                            .rotate(login.started().id(), Logins.newBrowser()))
                    .isEmpty();
        }

        private static StartedPresentation rotate(Logins login, BrowserBinding browser) {
            return login.node()
                    .bean(RotateRequestHandle.class)
                    .rotate(login.started().id(), browser)
                    .orElseThrow();
        }
    }

    private static String last(URI uri) {
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }
}
