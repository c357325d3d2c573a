// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.PresentationOutcome.Identified;
import org.stadttor.wallet.presentation.PresentationOutcome.NothingToCollect;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.Logins;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestWorld;

/** A relying party that goes out of service in the middle: nothing of it exists for wallets and browsers any more. */
class StandingPresentationsTest {

    private static final ProtocolWallet WALLET = new ProtocolWallet();
    private static final TestWorld WORLD = TestWorld.create();
    private static final BridgeNode NODE = BridgeNode.start(TestDatabase.create(), WORLD);

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @BeforeEach
    void inService() {
        WORLD.parties().resume(Logins.PARTY);
    }

    @Test
    void rejects_the_wallet_that_fetches_the_request() {
        Logins login = Logins.start(NODE, Flow.CROSS_DEVICE);
        assertThat(WALLET.get(NODE.here(login.started().requestUri())).statusCode())
                .isEqualTo(200);
        WORLD.parties().suspend(Logins.PARTY);
        assertThat(WALLET.get(NODE.here(login.started().requestUri())).statusCode())
                .isEqualTo(404);
        assertThat(login.status()).isEqualTo(PresentationStatus.GONE);
    }

    @Test
    void rejects_the_answer_of_the_wallet() {
        Logins login = Logins.start(NODE, Flow.CROSS_DEVICE);
        ProtocolWallet.Request request = login.fetch(WALLET);
        WORLD.parties().suspend(Logins.PARTY);
        assertThat(WALLET.present(NODE, request).statusCode()).isEqualTo(400);
        WORLD.parties().resume(Logins.PARTY);
        assertThat(login.status()).isEqualTo(PresentationStatus.OPENED);
    }

    @Test
    void rejects_collection_of_both_kinds() {
        Logins there = Logins.start(NODE, Flow.CROSS_DEVICE);
        WALLET.present(NODE, there.fetch(WALLET));
        Logins here = Logins.start(NODE, Flow.SAME_DEVICE);
        String code = Logins.responseCode(WALLET.present(NODE, here.fetch(WALLET)));
        WORLD.parties().suspend(Logins.PARTY);
        assertThat(there.poll()).isInstanceOf(NothingToCollect.class);
        assertThat(here.collect(code)).isInstanceOf(NothingToCollect.class);
        WORLD.parties().resume(Logins.PARTY);
        assertThat(there.poll()).isInstanceOf(Identified.class);
    }

    @Test
    void rejects_a_new_start_and_a_new_handle() {
        Logins login = Logins.start(NODE, Flow.CROSS_DEVICE);
        WORLD.parties().suspend(Logins.PARTY);
        assertThatThrownBy(() -> Logins.start(NODE, Flow.CROSS_DEVICE)).isInstanceOf(IllegalStateException.class);
        assertThat(NODE.bean(RotateRequestHandle.class).rotate(login.started().id(), login.browser()))
                .isEmpty();
    }
}
