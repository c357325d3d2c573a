// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadttor.outbound.AddressRule;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.fixture.SteppedClock;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestHttpServer;

/** The whole check against a real server: Token Status List, section 8.3. */
class TokenStatusCheckTest {

    private static final String TYPE = "application/statuslist+jwt";

    private final SteppedClock clock = new SteppedClock();
    private final StatusWorld world = new StatusWorld();
    private final TestCertificate signer = world.one.revocation().issueLeaf("Status");
    private final TestHttpServer server = TestHttpServer.start();
    private final URI uri = server.at("/lists/1");
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final OutboundHttp http = new OutboundHttp(StatusListFetcher.policy()
            .withAddresses(AddressRule.PUBLIC_OR_LOOPBACK)
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5)));
    private final StatusLists lists = new StatusLists(
            new StatusListFetcher(http, world.signers(clock), clock),
            StatusListSettings.defaults(),
            new StatusListEvents() {
                @Override
                public void accepted(URI list) {
                    events.add("accepted");
                }

                @Override
                public void failed(URI list, String reasonCode) {
                    events.add("failed " + reasonCode);
                }

                @Override
                public void servedStale(URI list) {
                    events.add("stale");
                }
            },
            clock);
    private final TokenStatusCheck check = new TokenStatusCheck(lists);

    @AfterEach
    void stop() {
        lists.close();
        http.close();
        server.close();
    }

    private TestStatusToken token() {
        TestStatusToken token = TestStatusToken.by(signer).at(uri.toString());
        token.payload.put("iat", clock.instant().getEpochSecond());
        token.payload.put("exp", clock.instant().plus(Duration.ofDays(2)).getEpochSecond());
        return token;
    }

    private void serve(TestStatusToken token) {
        server.answering(200, TYPE, token.jwt());
    }

    private void accepts(long index) {
        assertThatCode(() -> check.requireValid(new StatusReference(uri, index), world.one.trusted()))
                .doesNotThrowAnyException();
    }

    private Reason refusal(long index) {
        return refusal(index, world.one);
    }

    private Reason refusal(long index, StatusWorld.Provider issuer) {
        return catchThrowableOfType(
                        CredentialRejectedException.class,
                        () -> check.requireValid(new StatusReference(uri, index), issuer.trusted()))
                .reason();
    }

    @Nested
    class Statuses {

        @Test
        void accepts_valid_and_rejects_revoked() {
            serve(token());
            accepts(1);
            assertThat(refusal(0)).isEqualTo(Reason.STATUS_REVOKED);
        }

        @Test
        void rejects_2_bit_suspended() {
            serve(token().statuses(2, "c944f9"));
            assertThat(refusal(0)).isEqualTo(Reason.STATUS_REVOKED);
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_SUSPENDED);
            accepts(2);
            assertThat(refusal(3)).isEqualTo(Reason.STATUS_UNKNOWN);
        }

        @Test
        void rejects_reserved_statuses() {
            serve(token().statuses(8, "00ff0c"));
            accepts(0);
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNKNOWN);
            assertThat(refusal(2)).isEqualTo(Reason.STATUS_UNKNOWN);
        }

        @Test
        void rejects_idx_equal_to_length() {
            serve(token());
            assertThat(refusal(16)).isEqualTo(Reason.STATUS_MALFORMED);
        }
    }

    @Nested
    class Fetching {

        @Test
        void asks_for_the_media_type_and_nothing_personal() {
            serve(token());
            accepts(1);
            assertThat(server.asked()).singleElement().satisfies(headers -> {
                assertThat(headers.getFirst("Accept")).isEqualTo(TYPE);
                assertThat(headers.keySet())
                        .containsExactlyInAnyOrder("Accept", "Accept-encoding", "User-agent", "Host", "Connection");
            });
        }

        @ParameterizedTest
        @CsvSource({"404", "500", "503", "401"})
        void rejects_404_and_other_statuses(int status) {
            server.answering(status, TYPE, "");
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
            assertThat(events).containsExactly("failed status_not_ok");
        }

        @Test
        void rejects_text_html_200() {
            server.answering(200, "text/html", token().jwt());
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
            assertThat(events).containsExactly("failed content_type_not_allowed");
        }

        @Test
        void rejects_cwt() {
            server.answering(200, "application/statuslist+cwt", token().jwt());
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
        }

        @Test
        void rejects_302_loop() {
            server.answering(exchange -> {
                exchange.getResponseHeaders().set("Location", uri.toString());
                exchange.sendResponseHeaders(302, -1);
            });
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
            assertThat(server.asked()).hasSize(4);
            assertThat(events).containsExactly("failed too_many_redirects");
        }

        @Test
        void rejects_an_address_inside() {
            StatusReference inside = new StatusReference(URI.create("https://10.0.0.1/lists/1"), 1);
            assertThat(catchThrowableOfType(
                                    CredentialRejectedException.class,
                                    () -> check.requireValid(inside, world.one.trusted()))
                            .reason())
                    .isEqualTo(Reason.STATUS_UNAVAILABLE);
            assertThat(events).containsExactly("failed address_not_allowed");
        }

        @Test
        void is_done_once_for_many_who_wait() throws Exception {
            CountDownLatch open = new CountDownLatch(1);
            String jwt = token().jwt();
            server.answering(exchange -> {
                awaitQuietly(open);
                TestHttpServer.reply(exchange, 200, TYPE, jwt);
            });
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> checks = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    checks.add(
                            threads.submit(() -> check.requireValid(new StatusReference(uri, 1), world.one.trusted())));
                }
                await().until(() -> server.asked().size() == 1);
                open.countDown();
                for (Future<?> each : checks) {
                    each.get(5, TimeUnit.SECONDS);
                }
            }
            assertThat(server.asked()).hasSize(1);
            assertThat(events).containsExactly("accepted");
        }

        @Test
        void is_not_repeated_at_once_after_a_failure() {
            server.answering(500, TYPE, "");
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
            serve(token());
            clock.advance(Duration.ofSeconds(9));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
            assertThat(server.asked()).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            accepts(1);
            assertThat(server.asked()).hasSize(2);
        }

        @Test
        void that_failed_for_one_issuer_is_not_held_against_another() {
            serve(token());
            assertThat(refusal(1, world.two)).isEqualTo(Reason.STATUS_UNTRUSTED);
            accepts(1);
            assertThat(refusal(1, world.two)).isEqualTo(Reason.STATUS_UNTRUSTED);
            accepts(1);
        }

        private static void awaitQuietly(CountDownLatch latch) {
            try {
                assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class Tokens {

        @Test
        void by_nobody_are_untrusted() {
            serve(TestStatusToken.by(TestCertificate.ca("Nobody").issueLeaf("Signer of nobody"))
                    .at(uri.toString()));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNTRUSTED);
            assertThat(events).containsExactly("failed signer_untrusted");
        }

        @Test
        void with_a_wrong_signature_or_chain_are_untrusted() {
            for (TestStatusToken wrong : List.of(
                    token().signedWith(world.two.issuance().keys().getPrivate()),
                    token().x5c(TestCertificate.selfSigned("Own")),
                    token().x5c(signer, world.one.revocation()),
                    token().with(t -> t.header.remove("x5c")),
                    token().with(t -> t.header.putArray("x5c")),
                    token().with(t -> t.header.put("alg", "none")))) {
                serve(wrong);
                assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNTRUSTED);
                clock.advance(Duration.ofMinutes(1));
            }
        }

        @Test
        void that_are_no_longer_or_not_yet_valid_are_no_information() {
            serve(token().with(t -> t.payload.put("exp", 1)));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
            clock.advance(Duration.ofMinutes(1));
            serve(token().with(t -> t.payload.put("iat", TestStatusToken.NOW + 10_000)));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
        }

        @Test
        void in_another_form_are_malformed() {
            for (TestStatusToken wrong : List.of(
                    token().with(t -> t.header.put("typ", "jwt")),
                    token().with(t -> t.header.putArray("crit").add("a")),
                    token().at("https://other.example"),
                    token().with(t -> t.payload.remove("iat")),
                    token().with(t -> t.payload.put("ttl", 0)),
                    token().with(t -> t.list.put("bits", 3)),
                    token().with(t -> t.list.put("lst", "AAAA")),
                    token().with(t -> t.list.put("lst", TestStatusToken.lst(new byte[StatusList.MAX_BYTES + 1]))))) {
                serve(wrong);
                assertThat(refusal(1)).isEqualTo(Reason.STATUS_MALFORMED);
                clock.advance(Duration.ofMinutes(1));
            }
            server.answering(200, TYPE, "nonsense");
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_MALFORMED);
        }

        @Test
        void may_end_with_a_line_end() {
            server.answering(200, TYPE, token().jwt() + "\n");
            accepts(1);
        }
    }

    @Nested
    class Caching {

        @Test
        void uses_a_list_until_its_ttl_without_asking() {
            serve(token());
            accepts(1);
            clock.advance(Duration.ofMinutes(59));
            accepts(1);
            assertThat(server.asked()).hasSize(1);
            clock.advance(Duration.ofMinutes(1));
            serve(token().statuses(1, "ffff"));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_REVOKED);
            assertThat(server.asked()).hasSize(2);
        }

        @Test
        void serves_stale_within_exp_if_refreshing_fails() {
            serve(token().with(t -> t.payload.put("exp", TestStatusToken.NOW + 7200)));
            accepts(1);
            server.answering(500, TYPE, "");
            clock.advance(Duration.ofMinutes(60));
            accepts(1);
            assertThat(events).containsExactly("accepted", "failed status_not_ok", "stale");
            clock.advance(Duration.ofMinutes(59));
            accepts(1);
            clock.advance(Duration.ofMinutes(1));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
        }

        @Test
        void serves_no_list_without_exp_longer_than_a_day() {
            serve(token().with(t -> t.payload.remove("exp")));
            accepts(1);
            server.answering(500, TYPE, "");
            clock.advance(Duration.ofDays(1).minusSeconds(1));
            accepts(1);
            clock.advance(Duration.ofSeconds(1));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
        }

        @Test
        void serves_no_list_longer_than_a_week() {
            serve(token().with(t -> t.payload.put("exp", TestStatusToken.NOW + 10_000_000)));
            accepts(1);
            server.answering(500, TYPE, "");
            clock.advance(Duration.ofDays(7).minusSeconds(1));
            accepts(1);
            clock.advance(Duration.ofSeconds(1));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
        }

        @Test
        void never_goes_back_to_an_older_list() {
            TestStatusToken older = token().with(t -> t.payload.put("iat", TestStatusToken.NOW - 1));
            serve(token().statuses(1, "ffff"));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_REVOKED);
            clock.advance(Duration.ofHours(1));
            serve(older);
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_REVOKED);
            assertThat(events).containsExactly("accepted", "failed older_than_known", "stale");
            clock.advance(Duration.ofDays(2));
            serve(older.with(t -> t.payload.put("exp", TestStatusToken.NOW + 10_000_000)));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNAVAILABLE);
        }

        @Test
        void accepts_the_same_token_again() {
            TestStatusToken token = token();
            serve(token);
            accepts(1);
            clock.advance(Duration.ofHours(1));
            accepts(1);
            assertThat(events).containsExactly("accepted", "accepted");
        }

        @Test
        void a_suspended_issuer_takes_effect_on_cached_lists() {
            serve(token());
            accepts(1);
            world.publish(world.two);
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNTRUSTED);
            assertThat(server.asked()).hasSize(1);
        }

        @Test
        void who_comes_while_another_refreshes_does_not_wait() throws Exception {
            serve(token());
            accepts(1);
            clock.advance(Duration.ofHours(1));
            CountDownLatch open = new CountDownLatch(1);
            server.answering(exchange -> {
                Fetching.awaitQuietly(open);
                TestHttpServer.reply(exchange, 500, TYPE, "");
            });
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> first = threads.submit(() -> accepts(1));
                await().until(() -> server.asked().size() == 2);
                accepts(1);
                assertThat(first.isDone()).isFalse();
                open.countDown();
                first.get(5, TimeUnit.SECONDS);
            }
        }
    }

    @Nested
    class In_the_background {

        private void refresh() {
            lists.refreshDue(Runnable::run);
        }

        @Test
        void known_lists_are_fetched_before_they_are_stale() {
            serve(token());
            accepts(1);
            clock.advance(Duration.ofMinutes(54).minusSeconds(1));
            refresh();
            assertThat(server.asked()).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            serve(token().statuses(1, "ffff"));
            refresh();
            assertThat(server.asked()).hasSize(2);
            clock.advance(Duration.ofMinutes(6));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_REVOKED);
            assertThat(server.asked()).hasSize(2);
        }

        @Test
        void failures_are_retried_with_a_pause() {
            serve(token());
            accepts(1);
            server.answering(500, TYPE, "");
            clock.advance(Duration.ofMinutes(55));
            refresh();
            refresh();
            assertThat(server.asked()).hasSize(2);
            clock.advance(Duration.ofSeconds(10));
            refresh();
            assertThat(server.asked()).hasSize(3);
            assertThat(events).containsExactly("accepted", "failed status_not_ok", "failed status_not_ok");
        }

        @Test
        void lists_that_nobody_names_any_more_are_left_alone() {
            serve(token().with(t -> t.payload.put("exp", TestStatusToken.NOW + 100_000_000)));
            accepts(1);
            clock.advance(Duration.ofDays(7));
            refresh();
            assertThat(server.asked()).hasSize(2);
            clock.advance(Duration.ofSeconds(1));
            refresh();
            clock.advance(Duration.ofDays(1));
            refresh();
            assertThat(server.asked()).hasSize(2);
        }

        @Test
        void lists_that_had_to_make_room_are_left_alone() {
            serve(token());
            try (StatusLists full = new StatusLists(
                    new StatusListFetcher(http, world.signers(clock), clock),
                    StatusListSettings.defaults(),
                    StatusListEvents.none(),
                    clock,
                    1)) {
                new TokenStatusCheck(full).requireValid(new StatusReference(uri, 1), world.one.trusted());
                await().during(Duration.ofMillis(500)).until(() -> {
                    full.refreshDue(Runnable::run);
                    return server.asked().size() == 1;
                });
            }
        }

        @Test
        void refused_references_make_no_list_known() {
            serve(TestStatusToken.by(TestCertificate.ca("Nobody").issueLeaf("Signer of nobody"))
                    .at(uri.toString()));
            assertThat(refusal(1)).isEqualTo(Reason.STATUS_UNTRUSTED);
            clock.advance(Duration.ofHours(1));
            refresh();
            assertThat(server.asked()).hasSize(1);
        }

        @Test
        void it_runs_by_itself_between_start_and_close() {
            serve(token());
            accepts(1);
            clock.advance(Duration.ofMinutes(55));
            lists.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> server.asked().size() == 2);
        }
    }

    @Test
    void without_a_trust_list_nothing_is_decided() {
        serve(token());
        TokenStatusCheck nobody = new TokenStatusCheck(new StatusLists(
                new StatusListFetcher(http, new StatusSigners(StatusWorld.nothing(), clock), clock),
                StatusListSettings.defaults(),
                StatusListEvents.none(),
                clock));
        assertThat(catchThrowableOfType(
                                CredentialRejectedException.class,
                                () -> nobody.requireValid(new StatusReference(uri, 1), world.one.trusted()))
                        .reason())
                .isEqualTo(Reason.TRUST_LIST_UNAVAILABLE);
    }
}
