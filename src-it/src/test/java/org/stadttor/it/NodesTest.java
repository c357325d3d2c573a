// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.launcher.assembly.Part;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.wallet.EngagementLink;
import org.stadttor.sandbox.wallet.Misbehaviour;
import org.stadttor.sandbox.wallet.PresentationRequest;
import org.stadttor.sandbox.wallet.SandboxWallet;

/** Several nodes on one database: none of them matters. */
class NodesTest {
    private final World world = World.get();

    @Test
    void loses_no_login_when_a_node_dies() {
        Part third = world.addNode();
        World.awaitTrust(third);
        SandboxWallet wallet = world.ecosystem.wallet();
        try (PortalLogin chosen = PortalLogin.begin(world);
                PortalLogin fetched = PortalLogin.begin(world);
                PortalLogin answered = PortalLogin.begin(world);
                PortalLogin elsewhere = PortalLogin.begin(world)) {
            PresentationRequest request =
                    wallet.open(EngagementLink.parse(fetched.sameDeviceLink().toString()));
            URI back = answered.present(answered.sameDeviceLink(), People.JOERG, Misbehaviour.NONE)
                    .redirectUri()
                    .orElseThrow();
            elsewhere.present(elsewhere.otherDeviceLink(), People.KONSTANTINA, Misbehaviour.NONE);

            world.kill(third);

            assertPermitted(chosen.sameDevice(People.ERIKA));
            assertPermitted(fetched.browser.open(wallet.answer(request, People.BO, Set.of(), Misbehaviour.NONE)
                    .redirectUri()
                    .orElseThrow()));
            assertPermitted(answered.browser.open(back));
            assertPermitted(elsewhere.awaitEnd());
        }
    }

    private static void assertPermitted(Page page) {
        assertThat(page.address().getPath()).isEqualTo("/portal/permit");
    }
}
