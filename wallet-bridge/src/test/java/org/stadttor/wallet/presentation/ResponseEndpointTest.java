// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.jwk.ECKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.openid4vp.FormBody;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.Logins;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestPresentationVerifier;
import org.stadttor.wallet.presentation.testing.TestWorld;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The response_uri over real HTTP, and a hostile wallet at it (OpenID4VP 1.0, sections 8.2, 8.3, 8.6). */
class ResponseEndpointTest {

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

    private final Logins login = Logins.start(node, Flow.CROSS_DEVICE);
    private final ProtocolWallet.Request request = login.fetch(WALLET);

    private static void badRequest(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().map()).doesNotContainKeys("Location", "Set-Cookie");
    }

    /** What was posted counts for nothing: the login goes on, and the right answer is still taken. */
    private void ignored(String reason, Map<String, String> form) {
        WalletResponseReceipt receipt = node.bean(ReceiveWalletResponse.class)
                .receive(
                        handle(),
                        FormBody.parse(ProtocolWallet.encode(form).getBytes(StandardCharsets.UTF_8))
                                .walletMessage());
        assertThat(receipt).isEqualTo(new WalletResponseReceipt.Rejected(reason));
        badRequest(WALLET.post(node.here(request.responseUri()), form));
        assertThat(login.status()).isEqualTo(PresentationStatus.OPENED);
        assertThat(WALLET.present(node, request).statusCode()).isEqualTo(200);
    }

    private String handle() {
        String path = request.responseUri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The answer is this request's, and wrong: the citizen sees it at once and the audit trail says why. */
    private void refused(String reason, ObjectNode payload) {
        badRequest(WALLET.present(node, request, payload));
        assertThat(login.status()).isEqualTo(PresentationStatus.FAILED);
        assertThat(WORLD.events().of(login.started().id()))
                .contains(new PresentationEvent.Refused(login.started().id(), Logins.PARTY, reason));
        // Neither the right answer nor the request counts any more.
        badRequest(WALLET.present(node, request));
        assertThat(login.poll())
                .isEqualTo(new PresentationOutcome.Refused(login.started().id(), reason));
        assertThat(login.status()).isEqualTo(PresentationStatus.GONE);
    }

    private ObjectNode answer() {
        return ProtocolWallet.answer(request);
    }

    private String presentation(String nonce, String audience) {
        return TestPresentationVerifier.presentation(nonce, audience, ProtocolWallet.person());
    }

    @Nested
    class Processed {

        @Test
        void answers_with_nothing_but_a_redirect() {
            HttpResponse<String> response = WALLET.present(node, request);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"redirect_uri\":\"" + BridgeNode.BASE + "/login/done\"}");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(response.headers().map()).doesNotContainKeys("Location", "Set-Cookie");
        }

        @Test
        void accepts_party_information_and_unknown_parameters() {
            String jwe = ProtocolWallet.encrypt(
                    answer().put("more", 1).toString(),
                    request.responseKey(),
                    ProtocolWallet.header(request.responseKey(), EncryptionMethod.A128GCM)
                            .agreementPartyUInfo(com.nimbusds.jose.util.Base64URL.encode("u"))
                            .agreementPartyVInfo(com.nimbusds.jose.util.Base64URL.encode("v"))
                            .build());
            assertThat(WALLET.post(node.here(request.responseUri()), Map.of("response", jwe, "x", "y"))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void drops_claims_nobody_asked_for() {
            ObjectNode person = ProtocolWallet.person().put("birthdate", "1970-01-01");
            WALLET.present(
                    node,
                    request,
                    ProtocolWallet.answer(
                            request,
                            TestPresentationVerifier.presentation(
                                    request.text("nonce"), request.text("client_id"), person)));
            assertThat(login.poll())
                    .isInstanceOfSatisfying(
                            PresentationOutcome.Identified.class,
                            identified ->
                                    assertThat(identified.person().attributes()).hasSize(2));
        }
    }

    @Nested
    class Ignored {

        @Test
        void rejects_foreign_kid() {
            ECKey foreign =
                    new ECKey.Builder(request.responseKey()).keyID("foreign").build();
            ignored("jwe_key_unknown", Map.of("response", ProtocolWallet.encrypt(answer(), foreign)));
        }

        @Test
        void rejects_key_of_another_request() {
            ProtocolWallet.Request other = Logins.start(node, Flow.CROSS_DEVICE).fetch(WALLET);
            ignored("jwe_key_unknown", Map.of("response", ProtocolWallet.encrypt(answer(), other.responseKey())));
        }

        @Test
        void rejects_encryption_not_offered() {
            String jwe = ProtocolWallet.encrypt(
                    answer().toString(),
                    request.responseKey(),
                    ProtocolWallet.header(request.responseKey(), EncryptionMethod.A192GCM)
                            .build());
            ignored("jwe_encryption_not_allowed", Map.of("response", jwe));
        }

        @Test
        void rejects_garbage() {
            ignored("jwe_malformed", Map.of("response", "a.b.c"));
        }

        @Test
        void rejects_missing_state() {
            ObjectNode payload = answer();
            payload.remove("state");
            ignored("state_missing", Map.of("response", ProtocolWallet.encrypt(payload, request.responseKey())));
        }

        @Test
        void rejects_foreign_state() {
            ObjectNode payload = answer().put(
                            "state",
                            Logins.start(node, Flow.CROSS_DEVICE).fetch(WALLET).text("state"));
            ignored("state_mismatch", Map.of("response", ProtocolWallet.encrypt(payload, request.responseKey())));
        }

        @Test
        void rejects_error_without_state() {
            ignored("state_missing", Map.of("error", "access_denied"));
        }

        @Test
        void rejects_error_with_foreign_state() {
            ignored("state_mismatch", Map.of("error", "access_denied", "state", "x".repeat(43)));
        }
    }

    @Nested
    class Form {

        private void bad(String contentType, String body) {
            badRequest(WALLET.postBody(node.here(request.responseUri()), contentType, body));
            assertThat(login.status()).isEqualTo(PresentationStatus.OPENED);
        }

        @Test
        void rejects_plain_vp_token() {
            bad(FORM, ProtocolWallet.encode(Map.of("vp_token", "{\"pid\":[\"x\"]}", "state", request.text("state"))));
        }

        @Test
        void rejects_duplicate_parameters() {
            String jwe = ProtocolWallet.encrypt(answer(), request.responseKey());
            bad(FORM, "response=" + jwe + "&response=" + jwe);
        }

        @Test
        void rejects_other_content_types() {
            bad("application/json", "{\"response\":\"x\"}");
            bad("text/plain", "response=x");
            bad("nonsense", "response=x");
        }

        @Test
        void rejects_too_large() {
            bad(FORM, "response=" + "x".repeat(300_000));
        }

        @Test
        void rejects_empty() {
            bad(FORM, "");
        }

        @Test
        void rejects_parameters_in_the_query() {
            String jwe = ProtocolWallet.encrypt(answer(), request.responseKey());
            badRequest(WALLET.postBody(
                    java.net.URI.create(node.here(request.responseUri()) + "?response=" + jwe), FORM, "x=1"));
        }

        @Test
        void rejects_get() {
            assertThat(WALLET.get(node.here(request.responseUri())).statusCode())
                    .isEqualTo(405);
        }
    }

    @Nested
    class Refused {

        @Test
        void rejects_wrong_nonce() {
            refused(
                    "key_binding_nonce_mismatch",
                    ProtocolWallet.answer(request, presentation("x".repeat(43), request.text("client_id"))));
        }

        @Test
        void rejects_nonce_of_another_request() {
            String old = Logins.start(node, Flow.CROSS_DEVICE).fetch(WALLET).text("nonce");
            refused(
                    "key_binding_nonce_mismatch",
                    ProtocolWallet.answer(request, presentation(old, request.text("client_id"))));
        }

        @Test
        void rejects_audience_without_prefix() {
            String withoutPrefix = request.text("client_id").substring("x509_hash:".length());
            refused(
                    "key_binding_audience_mismatch",
                    ProtocolWallet.answer(request, presentation(request.text("nonce"), withoutPrefix)));
        }

        @Test
        void rejects_vp_token_as_string() {
            ObjectNode payload = answer();
            payload.put("vp_token", payload.get("vp_token").toString());
            refused("vp_token_not_an_object", payload);
        }

        @Test
        void rejects_string_instead_of_array() {
            ObjectNode payload = answer();
            payload.putObject("vp_token").put("pid", "x");
            refused("presentations_not_an_array", payload);
        }

        @Test
        void rejects_unknown_query_id() {
            ObjectNode payload = answer();
            ((ObjectNode) payload.get("vp_token")).putArray("other").add("x");
            refused("presentation_not_asked", payload);
        }

        @Test
        void rejects_answer_to_another_query_only() {
            ObjectNode payload = answer();
            payload.putObject("vp_token").putArray("other").add("x");
            refused("presentation_not_asked", payload);
        }

        @Test
        void rejects_two_presentations() {
            ObjectNode payload = answer();
            String one = presentation(request.text("nonce"), request.text("client_id"));
            payload.putObject("vp_token").putArray("pid").add(one).add(one);
            refused("presentation_count_invalid", payload);
        }

        @Test
        void rejects_missing_mandatory_claim() {
            ObjectNode person = JsonNodeFactory.instance.objectNode().put("given_name", "Erika");
            refused(
                    "claim_missing",
                    ProtocolWallet.answer(
                            request,
                            TestPresentationVerifier.presentation(
                                    request.text("nonce"), request.text("client_id"), person)));
        }

        @Test
        void rejects_missing_vp_token() {
            refused("vp_token_missing", JsonNodeFactory.instance.objectNode().put("state", request.text("state")));
        }
    }

    @Nested
    class WalletErrors {

        @Test
        void ends_the_login_visibly_when_encrypted() {
            ended("wallet_access_denied", Map.of("response", encryptedError("access_denied")));
        }

        @Test
        void ends_the_login_visibly_when_plain() {
            ended("wallet_unavailable", Map.of("error", "wallet_unavailable", "state", request.text("state")));
        }

        @Test
        void never_shows_the_text_of_the_sender() {
            ended("wallet_error", Map.of("error", "<script>alert(1)</script>", "state", request.text("state")));
        }

        @Test
        void same_device_wallet_brings_its_user_back() {
            Logins here = Logins.start(node, Flow.SAME_DEVICE);
            ProtocolWallet.Request sameDevice = here.fetch(WALLET);
            HttpResponse<String> response = WALLET.post(
                    node.here(sameDevice.responseUri()),
                    Map.of("error", "access_denied", "state", sameDevice.text("state")));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(here.collect(Logins.responseCode(response)))
                    .isEqualTo(new PresentationOutcome.Refused(here.started().id(), "wallet_access_denied"));
        }

        private String encryptedError(String error) {
            return ProtocolWallet.encrypt(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", error)
                            .put("error_description", "text")
                            .put("state", request.text("state")),
                    request.responseKey());
        }

        private void ended(String reason, Map<String, String> form) {
            HttpResponse<String> response = WALLET.post(node.here(request.responseUri()), form);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"redirect_uri\":\"" + BridgeNode.BASE + "/login/done\"}");
            assertThat(WORLD.events().of(login.started().id()))
                    .contains(new PresentationEvent.Refused(login.started().id(), Logins.PARTY, reason));
            // An error, then a valid response: too late, the citizen starts again.
            badRequest(WALLET.present(node, request));
            assertThat(login.poll())
                    .isEqualTo(new PresentationOutcome.Refused(login.started().id(), reason));
        }
    }

    @Nested
    class Replay {

        @Test
        void rejects_second_post_of_the_same_response() {
            Map<String, String> form = Map.of("response", ProtocolWallet.encrypt(answer(), request.responseKey()));
            assertThat(WALLET.post(node.here(request.responseUri()), form).statusCode())
                    .isEqualTo(200);
            badRequest(WALLET.post(node.here(request.responseUri()), form));
            badRequest(WALLET.post(
                    node.here(request.responseUri()),
                    Map.of("error", "access_denied", "state", request.text("state"))));
            assertThat(login.poll()).isInstanceOf(PresentationOutcome.Identified.class);
            badRequest(WALLET.post(node.here(request.responseUri()), form));
        }

        @Test
        void rejects_response_at_the_address_of_another_request() {
            Logins other = Logins.start(node, Flow.CROSS_DEVICE);
            ProtocolWallet.Request otherRequest = other.fetch(WALLET);
            badRequest(WALLET.post(
                    node.here(otherRequest.responseUri()),
                    Map.of("response", ProtocolWallet.encrypt(answer(), request.responseKey()))));
            assertThat(other.status()).isEqualTo(PresentationStatus.OPENED);
            assertThat(login.status()).isEqualTo(PresentationStatus.OPENED);
        }

        @Test
        void rejects_unknown_handle() {
            badRequest(WALLET.post(
                    node.here(java.net.URI.create(BridgeNode.BASE + "/wallet/response/" + "A".repeat(43))),
                    Map.of("response", ProtocolWallet.encrypt(answer(), request.responseKey()))));
        }

        @Test
        void rejects_response_after_expiry() {
            TestWorld later = TestWorld.create();
            try (BridgeNode other = BridgeNode.start(TestDatabase.create(), later)) {
                Logins late = Logins.start(other, Flow.CROSS_DEVICE);
                ProtocolWallet.Request lateRequest = late.fetch(WALLET);
                later.clock().advance(Duration.ofMinutes(5).plusSeconds(1));
                badRequest(WALLET.present(other, lateRequest));
                assertThat(late.status()).isEqualTo(PresentationStatus.GONE);
            }
        }
    }

    @Nested
    class AuditTrail {

        @Test
        void no_event_no_answer() {
            WORLD.events().setFailing(true);
            try {
                assertThat(WALLET.present(node, request).statusCode()).isEqualTo(500);
            } finally {
                WORLD.events().setFailing(false);
            }
            assertThat(login.status()).isEqualTo(PresentationStatus.OPENED);
            assertThat(WALLET.present(node, request).statusCode()).isEqualTo(200);
        }
    }
}
