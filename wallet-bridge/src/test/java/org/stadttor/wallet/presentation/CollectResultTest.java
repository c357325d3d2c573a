// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.PresentationOutcome.Identified;
import org.stadttor.wallet.presentation.PresentationOutcome.NothingToCollect;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.Logins;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestWorld;

class CollectResultTest {

    private static final ProtocolWallet WALLET = new ProtocolWallet();
    private static final TestDatabase DATABASE = TestDatabase.create();

    private final TestWorld world = TestWorld.create();
    private final BridgeNode node = BridgeNode.start(DATABASE, world);

    @AfterEach
    void stop() {
        node.close();
    }

    private static String answer(Logins login) {
        return Logins.responseCode(WALLET.present(login.node(), login.fetch(WALLET)));
    }

    @Nested
    class SameDevice {

        private final Logins login = Logins.start(node, Flow.SAME_DEVICE);

        @Test
        void accepts_response_code_in_the_browser_that_started() {
            assertThat(login.collect(answer(login))).isInstanceOf(Identified.class);
        }

        @Test
        void rejects_response_code_in_another_browser_and_raises_an_alarm() {
            String code = answer(login);
            assertThat(node.bean(CollectResult.class).collectByResponseCode(code, Logins.newBrowser()))
                    .isInstanceOf(NothingToCollect.class);
            assertThat(world.events().of(login.started().id()))
                    .contains(
                            new PresentationEvent.ForeignBrowser(login.started().id()));
            // Nothing was consumed.
            assertThat(login.collect(code)).isInstanceOf(Identified.class);
        }

        @Test
        void rejects_response_code_used_before() {
            String code = answer(login);
            assertThat(login.collect(code)).isInstanceOf(Identified.class);
            assertThat(login.collect(code)).isInstanceOf(NothingToCollect.class);
        }

        @Test
        void rejects_guessed_response_code() {
            answer(login);
            for (String guess : new String[] {"", "x", "A".repeat(43), "A".repeat(1000), "' OR 1=1"}) {
                assertThat(login.collect(guess)).isInstanceOf(NothingToCollect.class);
            }
        }

        @Test
        void rejects_polling_although_everything_else_is_right() {
            answer(login);
            assertThat(login.status()).isEqualTo(PresentationStatus.ANSWERED);
            assertThat(login.poll()).isInstanceOf(NothingToCollect.class);
            assertThat(login.status()).isEqualTo(PresentationStatus.ANSWERED);
        }

        @Test
        void rejects_before_the_answer() {
            assertThat(login.poll()).isInstanceOf(NothingToCollect.class);
        }

        @Test
        void rejects_after_the_time_to_collect() {
            String code = answer(login);
            world.clock().advance(Duration.ofMinutes(2).plusSeconds(1));
            assertThat(login.collect(code)).isInstanceOf(NothingToCollect.class);
            assertThat(login.status()).isEqualTo(PresentationStatus.GONE);
        }
    }

    @Nested
    class CrossDevice {

        private final Logins login = Logins.start(node, Flow.CROSS_DEVICE);

        @Test
        void accepts_polling_of_the_browser_that_started() {
            WALLET.present(node, login.fetch(WALLET));
            assertThat(login.poll()).isInstanceOf(Identified.class);
            assertThat(login.poll()).isInstanceOf(NothingToCollect.class);
        }

        @Test
        void rejects_polling_of_another_browser() {
            WALLET.present(node, login.fetch(WALLET));
            CollectResult collect = node.bean(CollectResult.class);
            assertThat(collect.collectByPolling(login.started().id(), Logins.newBrowser()))
                    .isInstanceOf(NothingToCollect.class);
            assertThat(collect.status(login.started().id(), Logins.newBrowser()))
                    .isEqualTo(PresentationStatus.GONE);
            assertThat(login.poll()).isInstanceOf(Identified.class);
        }
    }

    @Nested
    class TrustBetweenAnswerAndCollection {

        private final Logins login = Logins.start(node, Flow.CROSS_DEVICE);

        private void refusedAs(String reason) {
            assertThat(login.poll())
                    .isEqualTo(new PresentationOutcome.Refused(login.started().id(), reason));
            assertThat(world.events().of(login.started().id()))
                    .contains(new PresentationEvent.Distrusted(login.started().id(), Logins.PARTY, reason));
            assertThat(login.status()).isEqualTo(PresentationStatus.GONE);
        }

        @Test
        void rejects_issuer_taken_off_the_list() {
            WALLET.present(node, login.fetch(WALLET));
            world.trustList().setListed(false);
            refusedAs("issuer_untrusted");
        }

        @Test
        void tells_a_page_that_waits_for_the_same_device_too() {
            Logins waiting = Logins.start(node, Flow.SAME_DEVICE);
            String code = answer(waiting);
            world.trustList().setListed(false);
            assertThat(waiting.status()).isEqualTo(PresentationStatus.FAILED);
            assertThat(waiting.poll())
                    .isEqualTo(new PresentationOutcome.Refused(waiting.started().id(), "issuer_untrusted"));
            assertThat(waiting.collect(code)).isInstanceOf(NothingToCollect.class);
            assertThat(waiting.status()).isEqualTo(PresentationStatus.GONE);
        }

        @Test
        void refuses_the_redirect_of_the_same_device() {
            Logins waiting = Logins.start(node, Flow.SAME_DEVICE);
            String code = answer(waiting);
            world.trustList().setListed(false);
            assertThat(waiting.collect(code))
                    .isEqualTo(new PresentationOutcome.Refused(waiting.started().id(), "issuer_untrusted"));
        }

        @Test
        void rejects_without_a_valid_list() {
            WALLET.present(node, login.fetch(WALLET));
            world.trustList().setAvailable(false);
            refusedAs("trust_list_unavailable");
        }
    }

    @Nested
    class Events {

        @Test
        void say_once_that_a_wallet_opened_the_request() {
            Logins login = Logins.start(node, Flow.CROSS_DEVICE);
            login.fetch(WALLET);
            login.fetch(WALLET);
            assertThat(login.status()).isEqualTo(PresentationStatus.OPENED);
            assertThat(world.events().of(login.started().id()))
                    .filteredOn(PresentationEvent.Opened.class::isInstance)
                    .containsExactly(
                            new PresentationEvent.Opened(login.started().id(), Logins.PARTY));
        }
    }

    @Nested
    class Expiry {

        @Test
        void deletes_rows_and_says_so() {
            Logins waiting = Logins.start(node, Flow.CROSS_DEVICE);
            Logins answered = Logins.start(node, Flow.CROSS_DEVICE);
            WALLET.present(node, answered.fetch(WALLET));
            assertThat(node.bean(ExpirePresentations.class).expire()).isZero();
            world.clock().advance(Duration.ofMinutes(6));
            Logins fresh = Logins.start(node, Flow.CROSS_DEVICE);
            assertThat(node.bean(ExpirePresentations.class).expire()).isGreaterThanOrEqualTo(2);
            for (Logins expired : new Logins[] {waiting, answered}) {
                assertThat(world.events().of(expired.started().id()))
                        .contains(
                                new PresentationEvent.Expired(expired.started().id(), Logins.PARTY));
                assertThat(expired.status()).isEqualTo(PresentationStatus.GONE);
            }
            assertThat(fresh.status()).isEqualTo(PresentationStatus.WAITING);
        }
    }
}
