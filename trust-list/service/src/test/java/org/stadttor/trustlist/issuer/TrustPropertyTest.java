// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.EntityVersion.Event;
import org.stadttor.trustlist.issuer.EntityVersion.State;
import org.stadttor.trustlist.issuer.Proposal.Decision;
import org.stadttor.trustlist.lote.LoteSignature;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.publication.Publications;

/**
 * Random people do random things at random times, many of them forbidden. Whatever is published then was approved by two
 * different people on exactly those bytes, nobody alone ever added trust, and what is suspended is off its list until the
 * rule brings it back.
 *
 * <p>The observer keeps its own books from what was called and what was refused, and does not ask the code under test
 * who decided.
 */
class TrustPropertyTest {

    private static final TestKey SIGNER = TestKey.create("Signer", TestKey.NOW.plus(Duration.ofDays(36_500)));
    private static final List<StaffId> PEOPLE =
            List.of(new StaffId("anna"), new StaffId("bernd"), new StaffId("carla"));
    private static final List<ListPurpose> PURPOSES = List.of(ListPurpose.PID, ListPurpose.PUB_EAA);
    private static final List<TestKey> KEYS = Stream.iterate(0, i -> i + 1)
            .limit(5)
            .map(i -> TestKey.create("K" + i, TestKey.NOW.plus(Duration.ofDays(36_500))))
            .toList();
    private static final int STEPS = 120;
    private static final MutableClock CLOCK = new MutableClock(TestKey.NOW);
    private static final Map<Event, Integer> SEEN = new HashMap<>();
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(TestService.Roles.create(), SIGNER, CLOCK);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** What the observer saw: who proposed which bytes, and what was approved by whom. */
    private static final class Books {
        final Map<ProposalId, Proposal> proposals = new HashMap<>();
        final Map<ProposalId, StaffId> approvals = new HashMap<>();
        final Set<IssuerId> entities = new HashSet<>();
        /** Off the list by one person, and since when. */
        final Map<IssuerId, Instant> unconfirmed = new HashMap<>();
        /** Off the list until two people say otherwise. */
        final Set<IssuerId> off = new HashSet<>();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobody_adds_trust_alone(long seed) throws Exception {
        Random random = new Random(seed);
        Books books = new Books();
        for (int step = 0; step < STEPS; step++) {
            act(random, books);
            requireTruth(books);
        }
        for (IssuerId id : books.entities) {
            requireHistory(id);
        }
        withdrawAll(books);
    }

    /** A run in which the interesting things do not happen would prove nothing. */
    @Test
    void the_sequences_reach_every_event() throws Exception {
        for (long seed = 100; SEEN.size() < Event.values().length && seed < 120; seed++) {
            nobody_adds_trust_alone(seed);
        }
        assertThat(SEEN.keySet()).containsExactlyInAnyOrder(Event.values());
    }

    private static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static IssuerDetails details(Random random) {
        return any(random, KEYS).issuer(any(random, PURPOSES), "N" + random.nextInt(3));
    }

    private static void act(Random random, Books books) {
        StaffId person = any(random, PEOPLE);
        List<IssuerId> entities = new ArrayList<>(books.entities);
        entities.add(IssuerId.random());
        IssuerId entity = any(random, entities);
        List<Proposal> known = new ArrayList<>(books.proposals.values());
        Optional<Proposal> proposal = known.isEmpty() ? Optional.empty() : Optional.of(any(random, known));
        attempt(() -> {
            switch (random.nextInt(14)) {
                case 0, 1 -> note(books, service.bean(ProposeIssuer.class).propose(details(random), person, "r"));
                case 2, 3 ->
                    note(books, service.bean(ProposeChange.class).propose(entity, details(random), person, "r"));
                case 4 -> note(books, service.bean(ProposeResumption.class).propose(entity, person, "r"));
                case 5, 6, 7 -> proposal.ifPresent(p -> approve(random, books, p, known, person));
                case 8 ->
                    proposal.ifPresent(p -> service.bean(RejectProposal.class).reject(p.id(), person, "r"));
                case 9 ->
                    proposal.ifPresent(p -> service.bean(WithdrawProposal.class).withdraw(p.id(), person, "r"));
                case 10, 11 -> {
                    service.bean(SuspendIssuer.class).suspend(entity, person, "r");
                    books.unconfirmed.put(entity, CLOCK.instant());
                }
                case 12 -> {
                    if (random.nextBoolean()) {
                        service.bean(ConfirmSuspension.class).confirm(entity, person, "r");
                        books.unconfirmed.remove(entity);
                        books.off.add(entity);
                    } else if (random.nextInt(4) == 0) {
                        service.bean(WithdrawIssuer.class).withdraw(entity, person, "r");
                        books.unconfirmed.remove(entity);
                        books.off.add(entity);
                    }
                }
                default -> {
                    CLOCK.advance(Duration.ofHours(any(random, List.of(1, 5, 30, 72, 100))));
                    service.bean(KeepDeadlines.class).tick();
                    books.unconfirmed
                            .values()
                            .removeIf(since -> !CLOCK.instant().isBefore(since.plus(Duration.ofHours(72))));
                }
            }
        });
    }

    /** Often with the right hash, sometimes with that of another proposal. */
    private static void approve(Random random, Books books, Proposal proposal, List<Proposal> known, StaffId person) {
        String hash = random.nextInt(5) == 0 ? any(random, known).hash() : proposal.hash();
        service.bean(ApproveProposal.class).approve(proposal.id(), hash, person, "r");
        assertThat(hash).isEqualTo(proposal.hash());
        books.approvals.put(proposal.id(), person);
        books.entities.add(proposal.issuer());
        books.unconfirmed.remove(proposal.issuer());
        books.off.remove(proposal.issuer());
    }

    private static void note(Books books, Proposal proposal) {
        books.proposals.put(proposal.id(), proposal);
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (IssuerRefusedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private static void requireTruth(Books books) {
        Set<X509Certificate> approvedKeys = new HashSet<>();
        for (TrustedIssuer issuer : service.bean(TrustedIssuers.class).all()) {
            if (!books.entities.contains(issuer.id())) {
                assertThat(issuer).isInstanceOf(TrustedIssuer.Withdrawn.class);
            } else if (issuer instanceof TrustedIssuer.Approved) {
                requireTwoPeople(issuer, books);
                assertThat(books.unconfirmed).doesNotContainKey(issuer.id());
                assertThat(books.off).doesNotContain(issuer.id());
                approvedKeys.addAll(issuer.details().issuance());
            }
        }
        for (ListPurpose purpose : PURPOSES) {
            assertThat(published(purpose)).isSubsetOf(approvedKeys).isEqualTo(expected(purpose));
        }
    }

    /** By the books of the observer: some approved proposal said exactly this, and two people were in it. */
    private static void requireTwoPeople(TrustedIssuer issuer, Books books) {
        String bytes = service.bean(TrustedIssuers.class).document(issuer.id()).orElseThrow();
        assertThat(books.approvals.entrySet()).anySatisfy(approval -> {
            Proposal proposal = books.proposals.get(approval.getKey());
            assertThat(proposal.issuer()).isEqualTo(issuer.id());
            assertThat(proposal.document()).isEqualTo(bytes);
            assertThat(proposal.proposed().by()).isNotEqualTo(approval.getValue());
        });
    }

    private static Set<X509Certificate> expected(ListPurpose purpose) {
        Set<X509Certificate> certificates = new HashSet<>();
        service.bean(TrustedIssuers.class)
                .approved(purpose)
                .forEach(i -> certificates.addAll(i.details().issuance()));
        return certificates;
    }

    /** What a reader trusts: the signed bytes, as the model reads them. */
    private static Set<X509Certificate> published(ListPurpose purpose) {
        String jws =
                service.bean(Publications.class).latest(purpose).orElseThrow().jws();
        Set<X509Certificate> certificates = new HashSet<>();
        LoteSignature.verify(jws, List.of(SIGNER.certificate()), CLOCK).list().entities().stream()
                .flatMap(e -> e.services().stream())
                .filter(s -> ServiceType.of(s.typeUri()).orElseThrow()
                        == purpose.profile().issuance())
                .forEach(s -> certificates.addAll(s.certificates()));
        return certificates;
    }

    /** From the rows the database kept: each way onto the list had two people or the rule of 72 hours. */
    private static void requireHistory(IssuerId id) {
        List<EntityVersion> versions = service.bean(EntityHistory.class).versions(id);
        EntityVersion before = null;
        for (EntityVersion version : versions) {
            SEEN.merge(version.event(), 1, Integer::sum);
            if (version.state() == State.APPROVED && version.event() == Event.RETURNED_UNCONFIRMED) {
                assertThat(before).isNotNull();
                assertThat(before.event()).isEqualTo(Event.SUSPENDED);
                assertThat(before.change().at().plus(Duration.ofHours(72)))
                        .isBeforeOrEqualTo(version.change().at());
                assertThat(version.proposal()).isEqualTo(before.proposal());
                assertThat(version.change().by()).isEqualTo(StaffId.SYSTEM);
            } else if (version.state() == State.APPROVED) {
                Proposal proposal =
                        service.bean(Proposals.class).find(version.proposal()).orElseThrow();
                assertThat(proposal.decision()).isInstanceOf(Decision.Approved.class);
                StaffId second =
                        ((Decision.Approved) proposal.decision()).change().by();
                assertThat(second)
                        .isNotEqualTo(proposal.proposed().by())
                        .isEqualTo(version.change().by());
            }
            before = version;
        }
    }

    private static void withdrawAll(Books books) {
        books.entities.forEach(
                id -> attempt(() -> service.bean(WithdrawIssuer.class).withdraw(id, PEOPLE.getFirst(), "end")));
    }
}
