// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.trustlist.lote.LoteSignature;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.wallet.credential.PresentationBinding;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestIssuer;
import org.stadttor.wallet.fixture.TestPid;
import org.stadttor.wallet.fixture.TestWallet;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationOutcome;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.Logins;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestAccessCertificate;
import org.stadttor.wallet.presentation.testing.TestClock;
import org.stadttor.wallet.presentation.testing.TestWorld;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.TrustListUnavailableException;

/** The bridge as it is wired: a real list pulled over HTTP, a real PID, every check between them. */
class WalletBridgeConfigurationTest {

    private static final ProtocolWallet WALLET = new ProtocolWallet();

    private final TestDatabase database = TestDatabase.create();
    private final TestWorld world = TestWorld.create().withVerificationOfTheBridge(TestClock.at(TestCertificate.NOW));
    private final TestCertificate listSigner = TestCertificate.selfSigned("List signer");
    private final TestIssuer issuer = TestIssuer.create();
    private final TestWallet holder = TestWallet.create();
    private final AtomicReference<String> published = new AtomicReference<>();
    private HttpServer publisher;

    @BeforeEach
    void publish() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        publisher.createContext("/", exchange -> {
            byte[] body = published.get().getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/jwt");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        publisher.start();
        publish(issuer.list("DE", StatusPolicy.NO_STATUS_ISSUED, ServiceType.PID_ISSUANCE, 7));
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    private void publish(ListOfTrustedEntities list) {
        published.set(LoteSignature.sign(
                LoteJson.write(list),
                listSigner.keys().getPrivate(),
                listSigner.certificate(),
                world.clock().instant()));
    }

    private BridgeNode node(String... more) {
        String url = "http://localhost:" + publisher.getAddress().getPort() + "/lists/pid-providers";
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "--stadttor.wallet.trust-list.url=" + url,
                "--stadttor.wallet.trust-list.poll-interval=200ms",
                "--stadttor.wallet.trust-list.signer="
                        + TestAccessCertificate.pem(
                                "CERTIFICATE", TestAccessCertificate.encoded(listSigner.certificate()))));
        arguments.addAll(List.of(more));
        return BridgeNode.start(database, world, arguments.toArray(String[]::new));
    }

    private static long sequence(BridgeNode node) {
        try {
            return node.bean(TrustListSource.class).pidProviders().sequenceNumber();
        } catch (TrustListUnavailableException e) {
            return 0;
        }
    }

    private PresentationOutcome login(BridgeNode node) {
        Logins login = Logins.start(node, Flow.CROSS_DEVICE);
        ProtocolWallet.Request request = login.fetch(WALLET);
        TestPid pid = TestPid.german(holder).payload(payload -> payload.remove("status"));
        String presentation = holder.present(
                        pid.issue(issuer),
                        pid.disclosures("family_name", "given_name"),
                        new PresentationBinding(
                                request.text("client_id"),
                                request.text("nonce"),
                                world.clock().instant()),
                        world.clock().instant())
                .text();
        WALLET.present(node, request, ProtocolWallet.answer(request, presentation));
        return login.poll();
    }

    @Test
    void identifies_by_a_real_pid_and_a_pulled_list() {
        try (BridgeNode node = node()) {
            await().until(() -> sequence(node) == 7);
            assertThat(login(node)).isInstanceOfSatisfying(PresentationOutcome.Identified.class, identified -> {
                assertThat(identified
                                .person()
                                .attributes()
                                .get(PidAttribute.FAMILY_NAME)
                                .stringValue())
                        .isEqualTo("MUSTERMANN");
                assertThat(identified.person().issuer().listSequence()).isEqualTo(7);
            });
        }
    }

    @Test
    void rejects_an_issuer_that_was_taken_off_within_two_seconds() {
        try (BridgeNode node = node()) {
            await().until(() -> sequence(node) == 7);
            publish(issuer.list("DE", StatusPolicy.NO_STATUS_ISSUED, ServiceType.PUB_EAA_ISSUANCE, 8));
            await().atMost(Duration.ofSeconds(2)).until(() -> sequence(node) == 8);
            assertThat(login(node))
                    .isInstanceOfSatisfying(
                            PresentationOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.reasonCode()).isIn("issuer_untrusted", "issuer_chain_invalid"));
        }
    }

    @Test
    void starts_from_the_stored_list_when_the_publisher_is_down() {
        try (BridgeNode node = node()) {
            await().until(() -> sequence(node) == 7);
        }
        publisher.stop(0);
        try (BridgeNode node = node()) {
            assertThat(sequence(node)).isEqualTo(7);
            assertThat(login(node)).isInstanceOf(PresentationOutcome.Identified.class);
        }
    }

    @Test
    void rejects_settings_that_cannot_be_right() {
        for (String setting : new String[] {
            "--stadttor.wallet.unknown=1",
            "--stadttor.wallet.base-address=http://idp.example",
            "--stadttor.wallet.base-address=https://idp.example/",
            "--stadttor.wallet.data-key=AAAA",
            "--stadttor.wallet.data-key=%%%",
            "--stadttor.wallet.access-certificate.key=file:/does/not/exist",
            "--stadttor.wallet.access-certificate.chain=nothing",
            "--stadttor.wallet.durations.answer-within=0s",
            "--stadttor.wallet.durations.answer-within=2h",
            "--stadttor.wallet.limits.response-bytes=10",
            "--stadttor.wallet.return-path=//elsewhere.example",
            "--stadttor.wallet.runtime-role=x; DROP TABLE y",
        }) {
            assertThatThrownBy(() -> node(setting).close())
                    .as(setting)
                    .isInstanceOf(org.springframework.beans.BeansException.class);
        }
    }
}
