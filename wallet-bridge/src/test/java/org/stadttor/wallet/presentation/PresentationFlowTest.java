// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestWorld;

/** Whole logins over real HTTP and a real database, on two nodes that take turns. */
class PresentationFlowTest {

    private static final TestWorld WORLD = TestWorld.create();
    private static final ProtocolWallet WALLET = new ProtocolWallet();
    private static BridgeNode one;
    private static BridgeNode two;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.create();
        one = BridgeNode.start(database, WORLD);
        two = BridgeNode.start(database, WORLD);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    private static BrowserBinding browser() {
        return BrowserBinding.create(new SecureRandom());
    }

    private static PresentationRequest request(Flow flow) {
        return new PresentationRequest(
                Set.of(PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME),
                Set.of(PidAttribute.FAMILY_NAME),
                flow,
                "portal");
    }

    private static String responseCode(HttpResponse<String> response) {
        URI redirect = ProtocolWallet.redirect(response);
        assertThat(redirect.toString()).startsWith(BridgeNode.BASE + "/login/return?response_code=");
        return redirect.getRawQuery().substring("response_code=".length());
    }

    @Test
    void same_device_login_completes_by_response_code() {
        BrowserBinding browser = browser();
        StartedPresentation started = one.bean(StartPresentation.class).start(request(Flow.SAME_DEVICE), browser);
        CollectResult collect = two.bean(CollectResult.class);
        assertThat(collect.status(started.id(), browser)).isEqualTo(PresentationStatus.WAITING);

        ProtocolWallet.Request request = WALLET.fetch(two.here(started.requestUri()));
        assertThat(collect.status(started.id(), browser)).isEqualTo(PresentationStatus.OPENED);

        HttpResponse<String> response = WALLET.present(one, request);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(collect.status(started.id(), browser)).isEqualTo(PresentationStatus.ANSWERED);
        assertThat(collect.collectByPolling(started.id(), browser))
                .isInstanceOf(PresentationOutcome.NothingToCollect.class);

        PresentationOutcome outcome = collect.collectByResponseCode(responseCode(response), browser);
        assertThat(outcome).isInstanceOfSatisfying(PresentationOutcome.Identified.class, identified -> {
            assertThat(identified.id()).isEqualTo(started.id());
            assertThat(identified.person().attributes())
                    .containsOnlyKeys(PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME);
            assertThat(identified
                            .person()
                            .attributes()
                            .get(PidAttribute.FAMILY_NAME)
                            .stringValue())
                    .isEqualTo("Mustermann");
            assertThat(identified.person().issuer().listSequence()).isEqualTo(7);
        });
        assertThat(collect.collectByResponseCode(responseCode(response), browser))
                .isInstanceOf(PresentationOutcome.NothingToCollect.class);
        assertThat(collect.status(started.id(), browser)).isEqualTo(PresentationStatus.GONE);
        assertThat(WORLD.events().of(started.id()))
                .map(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "Opened", "Verified", "Collected");
    }

    @Test
    void cross_device_login_completes_by_polling() {
        BrowserBinding browser = browser();
        StartedPresentation started = one.bean(StartPresentation.class).start(request(Flow.CROSS_DEVICE), browser);
        ProtocolWallet.Request request = WALLET.fetch(two.here(started.requestUri()));
        HttpResponse<String> response = WALLET.present(two, request);
        assertThat(ProtocolWallet.redirect(response)).isEqualTo(URI.create(BridgeNode.BASE + "/login/done"));

        CollectResult collect = one.bean(CollectResult.class);
        assertThat(collect.collectByPolling(started.id(), browser()))
                .isInstanceOf(PresentationOutcome.NothingToCollect.class);
        assertThat(collect.collectByPolling(started.id(), browser)).isInstanceOf(PresentationOutcome.Identified.class);
        assertThat(collect.collectByPolling(started.id(), browser))
                .isInstanceOf(PresentationOutcome.NothingToCollect.class);
    }

    @Test
    void request_is_fetched_by_post_with_wallet_nonce() {
        StartedPresentation started = one.bean(StartPresentation.class).start(request(Flow.CROSS_DEVICE), browser());
        HttpResponse<String> posted = WALLET.post(
                one.here(started.requestUri()), Map.of("wallet_nonce", "abc~123", "wallet_metadata", "{}", "x", "y"));
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.headers().firstValue("Content-Type")).hasValue("application/oauth-authz-req+jwt");
        assertThat(posted.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(ProtocolWallet.verified(posted.body()).text("wallet_nonce")).isEqualTo("abc~123");
    }
}
