// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.launcher.assembly.OwnRegistrations;
import org.stadttor.sandbox.launcher.assembly.Part;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.pidprovider.PidProvider;
import org.stadttor.sandbox.wallet.Misbehaviour;
import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.wallet.trust.TrustListSource;

/** Who is trusted is decided in process 2, and every node of process 1 follows. */
class TrustListTest {
    private static final StaffId ONE = new StaffId("one@sandbox");
    private static final StaffId TWO = new StaffId("two@sandbox");
    private static final Person CITIZEN = People.BO;

    private final World world = World.get();

    @Test
    void refuses_a_suspended_issuer_on_every_node_within_two_seconds() {
        PidProvider provider = world.ecosystem.pidProviders().of(CITIZEN);
        IssuerId id = issuer(provider);
        assertThat(world.nodes).allMatch(node -> trusts(node, provider));

        long suspended = System.nanoTime();
        world.trustList.bean(SuspendIssuer.class).suspend(id, ONE, "test");
        try {
            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> world.nodes.stream().noneMatch(node -> trusts(node, provider)));
            Duration took = Duration.ofNanos(System.nanoTime() - suspended);
            System.out.println("distrust reached both nodes after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(2));
            for (Part ignored : world.nodes) {
                try (PortalLogin login = PortalLogin.begin(world)) {
                    assertThat(login.present(login.otherDeviceLink(), CITIZEN, Misbehaviour.NONE)
                                    .status())
                            .isEqualTo(400);
                    assertThat(login.awaitEnd().has("refusal")).isTrue();
                }
            }
        } finally {
            Proposal resumption = world.trustList.bean(ProposeResumption.class).propose(id, ONE, "test");
            world.trustList.bean(ApproveProposal.class).approve(resumption.id(), resumption.hash(), TWO, "test");
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> world.nodes.stream().allMatch(node -> trusts(node, provider)));
        try (PortalLogin login = PortalLogin.begin(world)) {
            assertThat(login.sameDevice(CITIZEN).address().getPath()).isEqualTo("/portal/permit");
        }
    }

    @Test
    void starts_nodes_from_the_last_good_list_when_process_2_is_down() {
        world.trustList.close();
        try {
            Part node = world.addNode();
            World.awaitTrust(node);
            for (Part other : world.nodes.subList(0, 2)) {
                world.balancer.remove(other.address());
            }
            try (PortalLogin login = PortalLogin.begin(world)) {
                assertThat(login.sameDevice(CITIZEN).address().getPath()).isEqualTo("/portal/permit");
            } finally {
                world.nodes.subList(0, 2).forEach(other -> world.balancer.add(other.address()));
                world.kill(node);
            }
        } finally {
            world.restartTrustList();
        }
    }

    private IssuerId issuer(PidProvider provider) {
        return world.trustList.bean(TrustedIssuers.class).approved().stream()
                .filter(issuer -> issuer.details().legalBasis().equals(OwnRegistrations.basis(provider)))
                .map(TrustedIssuer::id)
                .findFirst()
                .orElseThrow();
    }

    private static boolean trusts(Part node, PidProvider provider) {
        return node.bean(TrustListSource.class).pidProviders().entities().stream()
                .flatMap(entity -> entity.services().stream())
                .anyMatch(service -> service.certificates().contains(provider.authority()));
    }
}
