// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Key sets by reference, where the address is slow or asked for keys it does not have. */
class ClientKeySetsTest {

    private static final String JWKS =
            new JWKSet(TestRelyingParty.newKey("known").toPublicJWK()).toString();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void keeps_nobody_waiting_for_a_slow_address_whose_key_is_known() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger fetches = new AtomicInteger();
        ClientKeySets keySets = keySets(uri -> {
            if (fetches.incrementAndGet() > 1) {
                waitFor(answer);
            }
            return JWKS;
        });
        assertThat(keySets.keys(party("https://portal.example/jwks"), "known")).hasSize(1);
        pass(Duration.ofMinutes(6));
        CompletableFuture<Integer> slow = inThread(() ->
                keySets.keys(party("https://portal.example/jwks"), "known").size());
        await().until(() -> fetches.get() == 2);
        assertThat(inThread(() -> keySets.keys(party("https://portal.example/jwks"), "known")
                                .size())
                        .get(5, TimeUnit.SECONDS))
                .isEqualTo(1);
        answer.countDown();
        assertThat(slow.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void fetches_for_unknown_keys_only_now_and_then() {
        AtomicInteger fetches = new AtomicInteger();
        ClientKeySets keySets = keySets(uri -> {
            fetches.incrementAndGet();
            return JWKS;
        });
        for (int i = 0; i < 100; i++) {
            keySets.keys(party("https://portal.example/jwks"), "flood-" + i);
        }
        assertThat(fetches).hasValue(1);
        pass(Duration.ofSeconds(31));
        for (int i = 0; i < 100; i++) {
            keySets.keys(party("https://portal.example/jwks"), "flood-" + i);
        }
        assertThat(fetches).hasValue(2);
    }

    private static CompletableFuture<Integer> inThread(Supplier<Integer> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private ClientKeySets keySets(Function<URI, String> fetch) {
        return new ClientKeySets(fetch, ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RelyingParty party(String uri) {
        return new RelyingParty(
                new ClientId("portal"),
                Map.of("de", "Portal"),
                List.of(URI.create("https://portal.example/callback")),
                new RelyingParty.Keys.ByReference(URI.create(uri)),
                "portal.example",
                RelyingParty.Matching.TRANSIENT,
                List.of(),
                URI.create("https://portal.example/privacy"));
    }
}
