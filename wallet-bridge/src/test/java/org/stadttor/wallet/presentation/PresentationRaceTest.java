// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.Logins;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestWorld;

/** A hundred at once, on two nodes: one wins. */
class PresentationRaceTest {

    private static final int MANY = 100;
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

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(32)) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(executor.submit(() -> {
                    ready.await();
                    return task.call();
                }));
            }
            ready.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void of_a_hundred_answers_exactly_one_is_taken() throws Exception {
        Logins login = Logins.start(one, Flow.SAME_DEVICE);
        ProtocolWallet.Request request = login.fetch(WALLET);
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            BridgeNode node = i % 2 == 0 ? one : two;
            posts.add(() -> WALLET.present(node, request).statusCode());
        }
        assertThat(atOnce(posts)).filteredOn(status -> status == 200).hasSize(1);
        assertThat(WORLD.events().of(login.started().id()))
                .filteredOn(PresentationEvent.Verified.class::isInstance)
                .hasSize(1);
    }

    @Test
    void answers_and_errors_at_once_leave_one_outcome() throws Exception {
        Logins login = Logins.start(one, Flow.CROSS_DEVICE);
        ProtocolWallet.Request request = login.fetch(WALLET);
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            BridgeNode node = i % 2 == 0 ? one : two;
            boolean error = i % 4 < 2;
            posts.add(() -> error
                    ? WALLET.post(
                                    node.here(request.responseUri()),
                                    Map.of("error", "access_denied", "state", request.text("state")))
                            .statusCode()
                    : WALLET.present(node, request).statusCode());
        }
        assertThat(atOnce(posts)).filteredOn(status -> status == 200).hasSize(1);
        assertThat(WORLD.events().of(login.started().id()))
                .filteredOn(event ->
                        event instanceof PresentationEvent.Verified || event instanceof PresentationEvent.Refused)
                .hasSize(1);
    }

    @Test
    void of_a_hundred_collections_exactly_one_gets_the_person() throws Exception {
        Logins login = Logins.start(one, Flow.SAME_DEVICE);
        String code = Logins.responseCode(WALLET.present(one, login.fetch(WALLET)));
        List<Callable<PresentationOutcome>> collections = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            CollectResult collect = (i % 2 == 0 ? one : two).bean(CollectResult.class);
            collections.add(() -> collect.collectByResponseCode(code, login.browser()));
        }
        assertThat(atOnce(collections))
                .filteredOn(PresentationOutcome.Identified.class::isInstance)
                .hasSize(1);
        assertThat(WORLD.events().of(login.started().id()))
                .filteredOn(PresentationEvent.Collected.class::isInstance)
                .hasSize(1);
    }
}
