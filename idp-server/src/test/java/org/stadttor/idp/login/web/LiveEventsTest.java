// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stadttor.wallet.presentation.PresentationStatus;

class LiveEventsTest {

    @Test
    void one_login_gets_few_places() {
        try (LiveEvents events = new LiveEvents(10)) {
            LiveState waiting = LiveState.stay(PresentationStatus.WAITING, "…");
            for (int i = 0; i < 3; i++) {
                assertThat(events.watch("one", () -> waiting)).isPresent();
            }
            for (int i = 0; i < 20; i++) {
                assertThat(events.watch("one", () -> waiting)).isEmpty();
            }
            assertThat(events.watch("other", () -> waiting)).isPresent();
        }
    }
}
