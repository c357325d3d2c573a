// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.stadttor.sandbox.launcher.assembly.OwnRegistrations;
import org.stadttor.sandbox.launcher.assembly.Part;
import org.stadttor.sandbox.pidprovider.People;
import org.stadttor.sandbox.pidprovider.PidProvider;
import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.presentation.IssuerStanding;

/**
 * How long a node goes on trusting an issuer after it was suspended: 2 seconds at most at the 99th percentile. What is asked
 * is what collection, token endpoint and UserInfo ask. More rounds: {@code -Dstadttor.distrust.rounds=50}.
 */
class DistrustDelayTest {

    private static final StaffId ONE = new StaffId("one@sandbox");
    private static final StaffId TWO = new StaffId("two@sandbox");
    private static final int ROUNDS = Integer.getInteger("stadttor.distrust.rounds", 10);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final World world = World.get();
    private final PidProvider provider = world.ecosystem.pidProviders().of(People.BO);
    private final String anchor = sha256(provider);

    @Test
    void reaches_every_node_in_time() {
        IssuerId id = issuer();
        List<Duration> delays = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> world.nodes.stream().allMatch(this::trusts));
            long decided = System.nanoTime();
            List<CompletableFuture<Duration>> watches = world.nodes.stream()
                    .map(node -> CompletableFuture.supplyAsync(() -> watch(node)))
                    .toList();
            world.trustList.bean(SuspendIssuer.class).suspend(id, ONE, "test");
            try {
                for (CompletableFuture<Duration> watch : watches) {
                    delays.add(watch.join().minusNanos(decided));
                }
            } finally {
                Proposal resumption =
                        world.trustList.bean(ProposeResumption.class).propose(id, ONE, "test");
                world.trustList.bean(ApproveProposal.class).approve(resumption.id(), resumption.hash(), TWO, "test");
            }
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> world.nodes.stream().allMatch(this::trusts));
        Collections.sort(delays);
        System.out.println("distrust after ms: n=" + delays.size() + " p50="
                + percentile(delays, 50).toMillis() + " p99="
                + percentile(delays, 99).toMillis() + " max="
                + delays.getLast().toMillis());
        assertThat(percentile(delays, 99)).isLessThan(LIMIT);
    }

    /** When this node refuses, on the clock of {@link System#nanoTime()}. */
    private Duration watch(Part node) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (trusts(node) && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(1_000_000);
        }
        return Duration.ofNanos(System.nanoTime());
    }

    private boolean trusts(Part node) {
        try {
            node.bean(IssuerStanding.class).requireListed(anchor);
            return true;
        } catch (CredentialRejectedException e) {
            return false;
        }
    }

    private IssuerId issuer() {
        return world.trustList.bean(TrustedIssuers.class).approved().stream()
                .filter(issuer -> issuer.details().legalBasis().equals(OwnRegistrations.basis(provider)))
                .map(TrustedIssuer::id)
                .findFirst()
                .orElseThrow();
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static String sha256(PidProvider provider) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(provider.authority().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
