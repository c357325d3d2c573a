// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.wallet.fixture.TestHttpServer;
import org.stadttor.wallet.trust.jdbc.JdbcAcceptedTrustLists;

/** Against a real server and a real database. */
class HttpTrustListSourceTest {

    /** What process 2 does: an entity tag, and answers held back until there is news if the client allows it. */
    private static final class Publisher {

        private final TestHttpServer server = TestHttpServer.start();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition news = lock.newCondition();
        private String list = "";
        private int version;
        private boolean holding = true;

        private Publisher() {
            server.answering(this::answer);
        }

        void publish(String next) {
            lock.lock();
            try {
                list = next;
                version++;
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void answer(HttpExchange exchange) throws IOException {
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            String prefer = exchange.getRequestHeaders().getFirst("Prefer");
            lock.lock();
            try {
                long left = prefer == null || !holding
                        ? 0
                        : TimeUnit.SECONDS.toNanos(Long.parseLong(prefer.replace("wait=", "")));
                while (left > 0 && tag().equals(known)) {
                    left = news.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
            exchange.getResponseHeaders().set("ETag", tag());
            if (tag().equals(known)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                TestHttpServer.reply(exchange, 200, "text/plain", list);
            }
        }

        private String tag() {
            return "\"" + version + "\"";
        }
    }

    private final TrustWorld world = new TrustWorld();
    private final Publisher publisher = new Publisher();
    private final JdbcClient jdbc = TrustWorld.jdbc();
    private final TrustWorld.Told told = new TrustWorld.Told();
    private final List<AutoCloseable> open = new ArrayList<>();

    private HttpTrustListSource start() {
        return start(Duration.ofMillis(100));
    }

    private HttpTrustListSource start(Duration interval) {
        OutboundHttp http = new OutboundHttp(HttpTrustListSource.policy());
        HttpTrustListSource source = new HttpTrustListSource(
                http,
                world.settings(publisher.server.at("/lists/pid-providers"), interval),
                new JdbcAcceptedTrustLists(jdbc),
                told,
                world.clock);
        source.start();
        open.add(source);
        open.add(http);
        return source;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        publisher.server.close();
    }

    private static void awaitSequence(TrustListSource source, long sequence) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(TrustListUnavailableException.class)
                .untilAsserted(
                        () -> assertThat(source.pidProviders().sequenceNumber()).isEqualTo(sequence));
    }

    private static void assertUnavailable(TrustListSource source) {
        assertThatExceptionOfType(TrustListUnavailableException.class).isThrownBy(source::pidProviders);
    }

    @Test
    void pulls_the_list_and_keeps_it() {
        publisher.publish(world.signed(3));
        HttpTrustListSource source = start();
        awaitSequence(source, 3);
        assertThat(source.pidProviders()).isSameAs(source.pidProviders());
        assertThat(jdbc.sql("SELECT sequence FROM wallet.accepted_trust_list")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(told.events).containsExactly("accepted 3");
    }

    @Test
    void without_a_list_nobody_is_trusted() {
        publisher.server.answering(404, "text/plain", "");
        HttpTrustListSource source = start();
        await().until(() -> told.events.contains("unreachable status_not_ok"));
        assertUnavailable(source);
    }

    @Test
    void before_it_was_started_nobody_is_trusted() {
        assertUnavailable(world.source(
                new OutboundHttp(HttpTrustListSource.policy()),
                publisher.server.at("/"),
                new JdbcAcceptedTrustLists(jdbc),
                told));
    }

    @Test
    void a_change_arrives_by_long_poll_within_half_a_second() {
        publisher.publish(world.signed(1));
        // Plain polls come too seldom to be what brings the news.
        HttpTrustListSource source = start(Duration.ofSeconds(5));
        awaitSequence(source, 1);
        await().until(() -> publisher.server.asked().stream().anyMatch(headers -> headers.getFirst("Prefer") != null));
        List<Duration> reactions = new ArrayList<>();
        for (int sequence = 2; sequence <= 6; sequence++) {
            long start = System.nanoTime();
            publisher.publish(world.signed(sequence));
            awaitSequenceBusily(source, sequence);
            reactions.add(Duration.ofNanos(System.nanoTime() - start));
        }
        Collections.sort(reactions);
        assertThat(reactions.get(2)).isLessThan(Duration.ofMillis(500));
        assertThat(reactions.getLast()).isLessThan(Duration.ofSeconds(2));
        assertThat(publisher.server.asked().size()).isLessThan(20);
    }

    private static void awaitSequenceBusily(TrustListSource source, long sequence) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> source.pidProviders().sequenceNumber() == sequence);
    }

    @Test
    void a_change_arrives_by_plain_poll_if_the_publisher_holds_nothing_back() {
        publisher.holding = false;
        publisher.publish(world.signed(1));
        HttpTrustListSource source = start();
        awaitSequence(source, 1);
        publisher.publish(world.signed(2));
        awaitSequence(source, 2);
    }

    @Test
    void a_publisher_that_knows_no_tags_is_not_hammered() {
        publisher.server.answering(200, "text/plain", world.signed(1));
        HttpTrustListSource source = start(Duration.ofSeconds(1));
        awaitSequence(source, 1);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> publisher.server.asked().size() < 9);
    }

    @Test
    void survives_that_process_2_is_down() {
        publisher.publish(world.signed(3));
        HttpTrustListSource first = start();
        awaitSequence(first, 3);
        publisher.server.close();
        await().until(() -> told.events.contains("unreachable connect_failed"));
        assertThat(first.pidProviders().sequenceNumber()).isEqualTo(3);
        HttpTrustListSource restarted = start();
        assertThat(restarted.pidProviders().sequenceNumber()).isEqualTo(3);
    }

    @Test
    void tells_when_the_publisher_is_back() {
        publisher.server.answering(503, "text/plain", "");
        HttpTrustListSource source = start();
        await().until(() -> told.events.contains("unreachable status_not_ok"));
        publisher.publish(world.signed(1));
        publisher.server.answering(publisher::answer);
        awaitSequence(source, 1);
        await().until(() -> told.events.contains("reachable"));
        assertThat(told.events.stream().filter("reachable"::equals)).hasSize(1);
    }

    @Test
    void rollback_is_refused_and_the_list_in_use_stays() {
        publisher.publish(world.signed(3));
        HttpTrustListSource source = start();
        awaitSequence(source, 3);
        publisher.publish(world.signed(2));
        await().until(() -> told.events.contains("refused sequence_lower"));
        assertThat(source.pidProviders().sequenceNumber()).isEqualTo(3);
        publisher.publish(world.signed(4));
        awaitSequence(source, 4);
    }

    @Test
    void what_was_refused_is_looked_at_again() {
        publisher.publish(world.signed(
                world.list(1, "P", TrustWorld.NOW.plusSeconds(100), TrustWorld.NOW.plus(Duration.ofDays(9)))));
        HttpTrustListSource source = start();
        await().until(() -> told.events.contains("refused issued_in_future"));
        world.clock.advance(Duration.ofSeconds(100));
        awaitSequence(source, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 5_000})
    void a_tag_that_cannot_be_sent_back_does_not_end_the_pulling(int length) {
        AtomicReference<String> list = new AtomicReference<>(world.signed(1));
        publisher.server.answering(exchange -> {
            exchange.getResponseHeaders().set("ETag", '"' + "t".repeat(length) + '"');
            TestHttpServer.reply(exchange, 200, "text/plain", list.get());
        });
        HttpTrustListSource source = start();
        awaitSequence(source, 1);
        list.set(world.signed(2));
        awaitSequence(source, 2);
    }

    @Test
    void an_observer_that_throws_does_not_end_the_pulling() {
        publisher.publish("nonsense");
        AtomicInteger thrown = new AtomicInteger();
        HttpTrustListSource source = world.source(
                new OutboundHttp(HttpTrustListSource.policy()),
                publisher.server.at("/"),
                new JdbcAcceptedTrustLists(jdbc),
                new TrustWorld.Told() {
                    @Override
                    public void refused(String reasonCode) {
                        thrown.incrementAndGet();
                        throw new IllegalStateException("observer");
                    }
                });
        open.add(source);
        source.start();
        await().until(() -> thrown.get() > 0);
        publisher.publish(world.signed(1));
        awaitSequence(source, 1);
        publisher.publish(world.signed(2));
        awaitSequence(source, 2);
    }

    @Test
    void redirects_are_not_followed() {
        publisher.server.answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });
        HttpTrustListSource source = start();
        await().until(() -> told.events.contains("unreachable too_many_redirects"));
        assertUnavailable(source);
    }

    @Test
    void two_nodes_on_one_database_share_what_one_has_accepted() {
        publisher.publish(world.signed(1));
        HttpTrustListSource one = start();
        awaitSequence(one, 1);
        // The second node can ask only a publisher that lags behind.
        TestHttpServer lagging = TestHttpServer.start().answering(200, "text/plain", world.signed(1));
        OutboundHttp http = new OutboundHttp(HttpTrustListSource.policy());
        HttpTrustListSource two =
                world.source(http, lagging.at("/"), new JdbcAcceptedTrustLists(jdbc), new TrustWorld.Told());
        open.add(two);
        open.add(http);
        open.add(lagging);
        two.start();
        awaitSequence(two, 1);
        publisher.publish(world.signed(2));
        awaitSequence(one, 2);
        awaitSequence(two, 2);
    }

    @Test
    void an_expired_list_is_void_until_a_newer_one_comes() {
        publisher.publish(world.signed(1));
        HttpTrustListSource source = start();
        awaitSequence(source, 1);
        world.clock.advance(Duration.ofDays(90));
        assertUnavailable(source);
        await().until(() -> told.events.contains("expired"));
        publisher.publish(world.signed(
                world.list(2, "P", TrustWorld.NOW.minusSeconds(1), TrustWorld.NOW.plus(Duration.ofDays(180)))));
        awaitSequence(source, 2);
    }

    @Test
    void stops_at_once_while_it_waits_and_asks_no_more() {
        publisher.publish(world.signed(1));
        HttpTrustListSource source = start();
        awaitSequence(source, 1);
        await().until(() -> publisher.server.asked().stream().anyMatch(headers -> headers.getFirst("Prefer") != null));
        long start = System.nanoTime();
        source.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        int asked = publisher.server.asked().size();
        publisher.publish(world.signed(2));
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(2))
                .until(() -> publisher.server.asked().size() == asked);
        assertThat(source.pidProviders().sequenceNumber()).isEqualTo(1);
    }
}
