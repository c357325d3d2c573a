// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.PidProvider;
import org.stadttor.trustlist.issuer.BlastRadius;
import org.stadttor.trustlist.issuer.IssuerUsage;

/** A whole login is counted by process 1, and process 2 sees how much rests on an issuer. */
class LoginCountTest {

    private final World world = World.get();

    @Test
    void counts_a_login_step_by_step() {
        List<String> steps = List.of("started", "wallet_opened", "verified", "completed", "duration", "issuer");
        List<Long> before = steps.stream().map(this::count).toList();
        try (PortalLogin login = PortalLogin.begin(world)) {
            assertThat(login.sameDevice(People.BO).address().getPath()).isEqualTo("/portal/permit");
        }
        // Nodes write every five seconds.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (int i = 0; i < steps.size(); i++) {
                assertThat(count(steps.get(i))).as(steps.get(i)).isGreaterThan(before.get(i));
            }
        });
    }

    @Test
    void tells_the_process_that_decides_on_issuers() {
        PidProvider provider = world.ecosystem.pidProviders().of(People.BO);
        assertThat(world.trustList.bean(BlastRadius.class).of(List.of(provider.authority())))
                .isInstanceOf(IssuerUsage.Counted.class);
    }

    private long count(String step) {
        return Long.parseLong(
                world.sql("SELECT COALESCE(sum(count), 0) FROM idp.login_count WHERE step = '" + step + "'"));
    }
}
