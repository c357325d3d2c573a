// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.trustlist.lote.InvalidListException;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.LoteJson;
import org.stadttor.trustlist.lote.LoteSignature;
import org.stadttor.wallet.fixture.TestCertificate;
import org.stadttor.wallet.fixture.TestJws;
import org.stadttor.wallet.trust.CurrentTrustList.Offer;

/** TS 119 602 as digested in A7, steps 2 to 11, and the negative list. */
class CurrentTrustListTest {

    /** In memory, for what does not depend on the database. */
    private static final class MemoryStore implements AcceptedTrustLists {

        private final Map<String, Accepted> kept = new HashMap<>();
        private boolean broken;

        @Override
        public boolean keep(Accepted list) {
            requireWorking();
            Accepted before = kept.get(list.typeUri());
            if (before != null && before.sequence() >= list.sequence() && !before.equals(list)) {
                return false;
            }
            kept.put(list.typeUri(), list);
            return true;
        }

        @Override
        public Optional<Accepted> find(String typeUri) {
            requireWorking();
            return Optional.ofNullable(kept.get(typeUri));
        }

        @Override
        public long sequence(String typeUri) {
            return find(typeUri).map(Accepted::sequence).orElse(-1L);
        }

        private void requireWorking() {
            if (broken) {
                throw new IllegalStateException("database away");
            }
        }
    }

    private final TrustWorld world = new TrustWorld();
    private final MemoryStore store = new MemoryStore();
    private final TrustWorld.Told told = new TrustWorld.Told();
    private final CurrentTrustList current = node();

    private CurrentTrustList node() {
        return new CurrentTrustList(
                world.settings(URI.create("https://trust.example/"), Duration.ofSeconds(1)),
                store,
                new TrustListAlarms(told),
                world.clock);
    }

    private Offer offer(String jws) {
        return current.offer(jws, current.sequence());
    }

    private void rejects(String jws, String code) {
        long before = current.sequence();
        assertThat(offer(jws)).isEqualTo(Offer.REFUSED);
        assertThat(told.events).last().isEqualTo("refused " + code);
        assertThat(current.sequence()).isEqualTo(before);
    }

    private String changed(long sequence, Instant issuedAt, Instant nextUpdate) {
        return world.signed(world.list(sequence, "Provider", issuedAt, nextUpdate));
    }

    @Test
    void accepts_the_first_list_and_newer_ones() {
        assertThat(current.usable()).isEmpty();
        assertThat(current.sequence()).isEqualTo(-1);
        assertThat(offer(world.signed(5))).isEqualTo(Offer.TAKEN);
        assertThat(current.usable().orElseThrow().sequenceNumber()).isEqualTo(5);
        assertThat(offer(world.signed(7))).isEqualTo(Offer.TAKEN);
        assertThat(current.sequence()).isEqualTo(7);
        assertThat(store.sequence(ListOfTrustedEntities.PID_PROVIDERS)).isEqualTo(7);
        assertThat(told.events).containsExactly("accepted 5", "accepted 7");
    }

    @Test
    void keeps_the_instance_as_long_as_the_list_stays_the_same() {
        offer(world.signed(5));
        ListOfTrustedEntities first = current.usable().orElseThrow();
        assertThat(offer(world.signed(5))).isEqualTo(Offer.KNOWN);
        assertThat(current.usable().orElseThrow()).isSameAs(first);
        assertThat(told.events).containsExactly("accepted 5");
    }

    @Nested
    class Refusals {

        @Test
        void sequence_lower() {
            offer(world.signed(5));
            rejects(world.signed(4), "sequence_lower");
        }

        @Test
        void same_sequence_other_content() {
            offer(world.signed(5, "One"));
            rejects(world.signed(5, "Two"), "sequence_reused");
            assertThat(current.usable().orElseThrow().entities().getFirst().name())
                    .isEqualTo("One");
        }

        @Test
        void next_update_past() {
            rejects(changed(1, TrustWorld.NOW.minusSeconds(60), TrustWorld.NOW), "next_update_passed");
            assertThat(offer(changed(1, TrustWorld.NOW.minusSeconds(60), TrustWorld.NOW.plusSeconds(1))))
                    .isEqualTo(Offer.TAKEN);
        }

        @Test
        void next_update_missing() {
            String json = new String(
                            LoteJson.write(world.list(
                                    1, "P", TrustWorld.NOW.minusSeconds(60), TrustWorld.NOW.plusSeconds(9_999))),
                            StandardCharsets.UTF_8)
                    .replaceFirst("\"NextUpdate\"", "\"NoUpdate\"");
            String jws = LoteSignature.sign(
                    json.getBytes(StandardCharsets.UTF_8),
                    world.signer.keys().getPrivate(),
                    world.signer.certificate(),
                    TrustWorld.NOW);
            rejects(jws, "next_update_missing");
        }

        @Test
        void issue_date_in_the_future() {
            Instant later = TrustWorld.NOW.plus(Duration.ofDays(9));
            rejects(changed(1, TrustWorld.NOW.plusSeconds(61), later), "issued_in_future");
            assertThat(offer(changed(1, TrustWorld.NOW.plusSeconds(60), later))).isEqualTo(Offer.TAKEN);
        }

        @Test
        void wrong_list_type() {
            ListOfTrustedEntities wallets = world.list(
                    "http://uri.etsi.org/19602/LoTEType/EUWalletProvidersList",
                    1,
                    "P",
                    TrustWorld.NOW.minusSeconds(60),
                    TrustWorld.NOW.plusSeconds(9_999));
            rejects(world.signed(wallets), "wrong_list_type");
        }

        @Test
        void signer_not_pinned() {
            ListOfTrustedEntities list =
                    world.list(1, "P", TrustWorld.NOW.minusSeconds(60), TrustWorld.NOW.plusSeconds(9_999));
            rejects(world.signed(list, TestCertificate.selfSigned("List signer")), "signer_not_pinned");
        }

        @Test
        void algorithm_none() {
            String header = TestJws.base64Url("{\"alg\":\"none\"}");
            rejects(header + "." + world.signed(1).split("\\.")[1] + ".AA", "malformed_jws");
        }

        @Test
        void a_changed_signature() {
            String jws = world.signed(1);
            String other = world.signed(1);
            String mixed = jws.substring(0, jws.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
            String flipped = jws.substring(0, jws.length() - 6) + (jws.endsWith("AAAA") ? "BBBBBB" : "AAAAAA");
            assertThat(offer(flipped)).isEqualTo(Offer.REFUSED);
            assertThat(told.events).containsExactly("refused signature_invalid");
            assertThat(offer(mixed)).isEqualTo(Offer.TAKEN);
        }

        @Test
        void byte_order_mark_but_not_white_space() {
            rejects("\ufeff" + world.signed(1), "malformed_jws");
            assertThat(offer(" \r\n" + world.signed(1) + "\n")).isEqualTo(Offer.TAKEN);
        }

        @Test
        void nonsense() {
            rejects("<html>", "malformed_jws");
            rejects("", "malformed_jws");
        }

        @Test
        void are_told_once_until_something_else_happens() {
            offer("nonsense");
            offer("nonsense");
            offer(world.signed(2));
            offer("nonsense");
            offer(world.signed(1));
            offer(world.signed(1));
            offer(world.signed(2));
            offer(world.signed(1));
            assertThat(told.events)
                    .containsExactly(
                            "refused malformed_jws",
                            "accepted 2",
                            "refused malformed_jws",
                            "refused sequence_lower",
                            "refused sequence_lower");
        }

        @Test
        void of_what_was_overtaken_on_the_way_are_not_told() {
            offer(world.signed(5));
            assertThat(current.offer(world.signed(4), 4)).isEqualTo(Offer.REFUSED);
            assertThat(current.sequence()).isEqualTo(5);
            assertThat(current.offer(world.signed(5, "Other"), 4)).isEqualTo(Offer.REFUSED);
            assertThat(told.events).containsExactly("accepted 5", "refused sequence_reused");
        }
    }

    @Nested
    class Time {

        @Test
        void ends_a_list_at_its_next_update() {
            offer(changed(1, TrustWorld.NOW.minusSeconds(60), TrustWorld.NOW.plusSeconds(100)));
            world.clock.advance(Duration.ofSeconds(99));
            assertThat(current.usable()).isPresent();
            world.clock.advance(Duration.ofSeconds(1));
            assertThat(current.usable()).isEmpty();
            assertThat(offer(world.signed(2))).isEqualTo(Offer.TAKEN);
            assertThat(current.usable()).isPresent();
        }

        @Test
        void warns_14_days_before_and_tells_the_end_once_each() {
            current.watch();
            offer(changed(1, TrustWorld.NOW.minusSeconds(60), TrustWorld.NOW.plus(Duration.ofDays(40))));
            current.watch();
            world.clock.advance(Duration.ofDays(26).minusSeconds(1));
            current.watch();
            assertThat(told.events).containsExactly("accepted 1");
            world.clock.advance(Duration.ofSeconds(1));
            current.watch();
            current.watch();
            assertThat(told.events).containsExactly("accepted 1", "nearing expiry");
            world.clock.advance(Duration.ofDays(14));
            current.watch();
            current.watch();
            assertThat(told.events).containsExactly("accepted 1", "nearing expiry", "expired");
        }

        @Test
        void warns_of_a_short_list_in_its_second_half() {
            offer(changed(1, TrustWorld.NOW, TrustWorld.NOW.plus(Duration.ofDays(7))));
            world.clock.advance(Duration.ofDays(3).plusHours(12).minusSeconds(1));
            current.watch();
            assertThat(told.events).containsExactly("accepted 1");
            world.clock.advance(Duration.ofSeconds(1));
            current.watch();
            assertThat(told.events).containsExactly("accepted 1", "nearing expiry");
        }
    }

    @Nested
    class Storage {

        @Test
        void lets_a_node_start_with_the_last_good_list() {
            offer(world.signed(5));
            CurrentTrustList restarted = node();
            restarted.adoptStored();
            assertThat(restarted.usable().orElseThrow().sequenceNumber()).isEqualTo(5);
        }

        @Test
        void brings_what_another_node_has_accepted() {
            offer(world.signed(5));
            assertThat(node().offer(world.signed(6), -1)).isEqualTo(Offer.TAKEN);
            current.adoptStored();
            assertThat(current.sequence()).isEqualTo(6);
            current.adoptStored();
            assertThat(told.events).containsExactly("accepted 5", "accepted 6", "accepted 6");
        }

        @Test
        void an_expired_list_is_not_used_but_not_fallen_behind() {
            offer(world.signed(5));
            world.clock.advance(Duration.ofDays(91));
            CurrentTrustList restarted = node();
            restarted.adoptStored();
            assertThat(restarted.usable()).isEmpty();
            assertThat(restarted.sequence()).isEqualTo(5);
            restarted.watch();
            assertThat(told.events).last().isEqualTo("expired");
        }

        @Test
        void that_knows_better_wins() {
            node().offer(world.signed(9), -1);
            assertThat(offer(world.signed(8))).isEqualTo(Offer.REFUSED);
            rejectsAndAdopts(world.signed(8), 9, "sequence_lower");
        }

        @Test
        void that_knows_another_list_under_the_number_wins() {
            node().offer(world.signed(9, "One"), -1);
            rejectsAndAdopts(world.signed(9, "Two"), 9, "sequence_reused");
        }

        private void rejectsAndAdopts(String jws, long adopted, String code) {
            assertThat(offer(jws)).isEqualTo(Offer.REFUSED);
            assertThat(current.sequence()).isEqualTo(adopted);
            assertThat(told.events).containsExactly("accepted " + adopted, "accepted " + adopted, "refused " + code);
        }

        @Test
        void that_was_tampered_with_is_refused_and_does_not_hinder() {
            store.kept.put(
                    ListOfTrustedEntities.PID_PROVIDERS,
                    new AcceptedTrustLists.Accepted(ListOfTrustedEntities.PID_PROVIDERS, 99, "00", "a.b.c"));
            current.adoptStored();
            assertThat(current.usable()).isEmpty();
            assertThat(told.events).containsExactly("refused stored_malformed_jws");
            assertThat(offer(world.signed(5))).isEqualTo(Offer.TAKEN);
            assertThat(current.sequence()).isEqualTo(5);
        }

        @Test
        void that_holds_an_older_list_under_a_higher_number_is_refused() {
            offer(world.signed(5));
            store.kept.put(
                    ListOfTrustedEntities.PID_PROVIDERS,
                    new AcceptedTrustLists.Accepted(ListOfTrustedEntities.PID_PROVIDERS, 99, "00", world.signed(4)));
            current.adoptStored();
            assertThat(current.sequence()).isEqualTo(5);
            assertThat(told.events).containsExactly("accepted 5", "refused stored_sequence_lower");
        }

        @Test
        void that_is_away_does_not_delay_distrust() {
            store.broken = true;
            current.adoptStored();
            assertThat(offer(world.signed(5))).isEqualTo(Offer.TAKEN);
            assertThat(current.sequence()).isEqualTo(5);
            store.broken = false;
            current.adoptStored();
            store.broken = true;
            current.adoptStored();
            assertThat(told.events).containsExactly("store failed", "accepted 5", "store failed");
        }

        @Test
        void of_a_list_shows_no_content() {
            assertThat(new AcceptedTrustLists.Accepted("type", 3, "digest", "a.b.c"))
                    .hasToString("Accepted[type 3]");
        }
    }

    @Test
    void reads_the_german_sandbox_list_under_its_signer() throws Exception {
        String jws = SharedMaterial.text("trust-data/de-sandbox/pid-provider-seq2.jwt");
        X509Certificate signer;
        try (InputStream pem = Files.newInputStream(SharedMaterial.file("trust-data/de-sandbox/lote-signer.pem"))) {
            signer = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
        CurrentTrustList german = new CurrentTrustList(
                TrustListSettings.pidProviders(URI.create("https://trust.example/"), Set.of(signer)),
                store,
                new TrustListAlarms(told),
                world.clock);
        assertThat(german.offer(jws, -1)).isEqualTo(Offer.TAKEN);
        assertThat(german.usable().orElseThrow().entities())
                .hasSize(2)
                .allSatisfy(entity -> assertThat(entity.services()).hasSize(2));
    }

    @Test
    void settings_are_sane_or_do_not_exist() {
        URI url = URI.create("https://trust.example/");
        Set<X509Certificate> signers = Set.of(world.signer.certificate());
        TrustListSettings usual = TrustListSettings.pidProviders(url, signers);
        assertThat(usual.pollInterval()).hasSeconds(1);
        assertThat(usual.longPoll()).hasSeconds(25);
        assertThat(usual.typeUri()).isEqualTo(ListOfTrustedEntities.PID_PROVIDERS);
        for (Runnable wrong : List.<Runnable>of(
                () -> TrustListSettings.pidProviders(url, Set.of()),
                () -> world.settings(url, Duration.ofMillis(99)),
                () -> world.settings(url, Duration.ofMillis(5001)),
                () -> new TrustListSettings(url, "type", signers, Duration.ofSeconds(-1), Duration.ofSeconds(1)))) {
            assertThat(catchThrowable(wrong::run)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(world.settings(url, Duration.ofSeconds(5)).pollInterval()).hasSeconds(5);
        assertThat(InvalidListException.Reason.WRONG_LIST_TYPE.code()).isEqualTo("wrong_list_type");
    }
}
