// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.presentation.BrowserBinding;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.PresentationId;

class PresentationSealingTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BrowserBinding MINE = BrowserBinding.create(RANDOM);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final PresentationSealing sealing = new PresentationSealing(RANDOM);
    private final LoginPresentation presentation = new LoginPresentation(
            new PresentationId(UUID.randomUUID()),
            Flow.CROSS_DEVICE,
            "the-handle",
            "x509_hash:abc",
            URI.create("https://login.example/wallet/request/bearer"),
            NOW,
            null);

    @Test
    void opens_for_the_same_browser() {
        assertThat(sealing.open(MINE, stored(presentation.id()))).contains(presentation);
    }

    @Test
    void does_not_open_for_another_browser() {
        assertThat(sealing.open(BrowserBinding.create(RANDOM), stored(presentation.id())))
                .isEmpty();
    }

    @Test
    void does_not_open_for_another_presentation() {
        assertThat(sealing.open(MINE, stored(new PresentationId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void shows_nothing() {
        assertThat(stored(presentation.id()).toString()).doesNotContain("the-handle", "bearer");
        assertThat(presentation.toString()).doesNotContain("the-handle", "bearer");
    }

    @Test
    void keys_differ_by_browser_login_and_flow() {
        String key = PresentationSealing.loginKey(MINE, "a", Flow.SAME_DEVICE);

        assertThat(PresentationSealing.loginKey(MINE, "a", Flow.SAME_DEVICE)).isEqualTo(key);
        assertThat(PresentationSealing.loginKey(MINE, "b", Flow.SAME_DEVICE)).isNotEqualTo(key);
        assertThat(PresentationSealing.loginKey(MINE, "a", Flow.CROSS_DEVICE)).isNotEqualTo(key);
        assertThat(PresentationSealing.loginKey(BrowserBinding.create(RANDOM), "a", Flow.SAME_DEVICE))
                .isNotEqualTo(key);
    }

    private StoredPresentation stored(PresentationId id) {
        return new StoredPresentation("key", id, sealing.seal(MINE, presentation), NOW, NOW, null);
    }
}
