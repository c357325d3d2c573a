// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stadttor.trustlist.TestService.ANNA;
import static org.stadttor.trustlist.TestService.BERND;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.EntityVersion.Event;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.Proposal.Cause;
import org.stadttor.trustlist.issuer.Proposal.Decision;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;

/** Each decision through its use case, on a real database as the runtime role. */
class IssuerDecisionsTest {

    private static final StaffId CARLA = new StaffId("carla");
    private static final TestKey SIGNER = TestKey.create("Signer");
    private static MutableClock clock;
    private static TestService.Roles roles;
    private static TestService service;

    @BeforeAll
    static void start() {
        clock = new MutableClock(TestKey.NOW);
        roles = TestService.Roles.create();
        service = TestService.start(roles, SIGNER, clock);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static TrustedIssuer find(IssuerId id) {
        return service.bean(TrustedIssuers.class).find(id).orElseThrow();
    }

    private static Decision decision(Proposal proposal) {
        return service.bean(Proposals.class).find(proposal.id()).orElseThrow().decision();
    }

    private static Proposal proposed(String name) {
        return propose(TestKey.create(name).issuer(name));
    }

    private static Proposal propose(IssuerDetails details) {
        return service.bean(ProposeIssuer.class).propose(details, ANNA, "new");
    }

    private static IssuerId approved(String name) {
        return service.approved(TestKey.create(name).issuer(name));
    }

    private static Proposal proposeChange(IssuerId id, IssuerDetails details) {
        return service.bean(ProposeChange.class).propose(id, details, ANNA, "new keys");
    }

    private static Proposal proposeResumption(IssuerId id, StaffId by) {
        return service.bean(ProposeResumption.class).propose(id, by, "repaired");
    }

    private static void confirm(IssuerId id, StaffId by) {
        service.bean(ConfirmSuspension.class).confirm(id, by, "seen it too");
    }

    private static void reject(Proposal proposal, StaffId by) {
        service.bean(RejectProposal.class).reject(proposal.id(), by, "no contract");
    }

    private static void takeBack(Proposal proposal, StaffId by) {
        service.bean(WithdrawProposal.class).withdraw(proposal.id(), by, "wrong key");
    }

    private static void withdraw(IssuerId id, StaffId by) {
        service.bean(WithdrawIssuer.class).withdraw(id, by, "ended");
    }

    private static void tick() {
        service.bean(KeepDeadlines.class).tick();
    }

    private static boolean isListed(String name) throws Exception {
        return service.list(SIGNER).list().entities().stream()
                .anyMatch(e -> e.name().equals(name));
    }

    private static void assertRefused(Reason reason, Runnable decision) {
        assertThatExceptionOfType(IssuerRefusedException.class)
                .isThrownBy(decision::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Nested
    class LifeCycle {
        @Test
        void a_proposal_is_stored_completely_and_not_listed() throws Exception {
            IssuerDetails details = TestKey.create("P1").issuer("P1");
            Proposal proposal = propose(details);
            Proposal stored = service.bean(Proposals.class).find(proposal.id()).orElseThrow();
            assertThat(stored).isEqualTo(proposal);
            assertThat(stored.details()).isEqualTo(details);
            assertThat(stored.proposed()).isEqualTo(new Change(ANNA, clock.instant(), "new"));
            assertThat(service.bean(TrustedIssuers.class).find(proposal.issuer()))
                    .isEmpty();
            assertThat(isListed("P1")).isFalse();
        }

        @Test
        void goes_through_all_states() throws Exception {
            IssuerId id = approved("L1");
            assertThat(find(id)).isInstanceOf(Approved.class);
            assertThat(isListed("L1")).isTrue();
            service.suspend(id);
            assertThat(find(id)).isInstanceOf(Suspended.class);
            assertThat(isListed("L1")).isFalse();
            Proposal resumption = proposeResumption(id, ANNA);
            assertThat(isListed("L1")).isFalse();
            service.approve(resumption, BERND);
            assertThat(find(id)).isInstanceOf(Approved.class);
            assertThat(isListed("L1")).isTrue();
            withdraw(id, ANNA);
            assertThat(find(id)).isInstanceOf(Withdrawn.class);
            assertThat(isListed("L1")).isFalse();
            List<EntityVersion> versions = service.bean(EntityHistory.class).versions(id);
            assertThat(versions)
                    .extracting(EntityVersion::event)
                    .containsExactly(Event.LISTED, Event.SUSPENDED, Event.RESUMED, Event.WITHDRAWN);
            assertThat(versions).extracting(v -> v.change().by()).containsExactly(BERND, ANNA, BERND, ANNA);
            assertThat(versions).extracting(EntityVersion::number).containsExactly(1L, 2L, 3L, 4L);
        }

        @Test
        void a_change_takes_the_place_of_what_is_listed() throws Exception {
            IssuerId id = approved("C1");
            Proposal change = proposeChange(id, TestKey.create("C1b").issuer("C1b"));
            assertThat(isListed("C1")).isTrue();
            assertThat(isListed("C1b")).isFalse();
            service.approve(change, BERND);
            assertThat(isListed("C1")).isFalse();
            assertThat(isListed("C1b")).isTrue();
            assertThat(find(id).version()).isEqualTo(2);
            assertThat(service.bean(EntityHistory.class)
                            .version(id, 1)
                            .orElseThrow()
                            .details()
                            .name())
                    .isEqualTo("C1");
        }

        @Test
        void a_suspended_entity_comes_back_with_new_keys_by_two_people() throws Exception {
            IssuerId id = approved("C2");
            service.suspend(id);
            service.approve(proposeChange(id, TestKey.create("C2b").issuer("C2b")), BERND);
            assertThat(isListed("C2b")).isTrue();
        }

        @Test
        void refuses_changes_that_are_none() {
            TestKey key = TestKey.create("C3");
            IssuerId id = service.approved(key.issuer("C3"));
            assertRefused(Reason.NOTHING_CHANGED, () -> proposeChange(id, key.issuer("C3")));
            assertRefused(Reason.PURPOSE_CHANGED, () -> proposeChange(id, key.issuer(ListPurpose.WALLET, "C3")));
            withdraw(id, ANNA);
            assertRefused(Reason.WRONG_STATE, () -> proposeChange(id, key.issuer("C3b")));
        }

        @Test
        void a_proposal_that_is_turned_down_or_taken_back_is_over() {
            Proposal rejected = proposed("L3");
            assertRefused(Reason.SAME_PERSON, () -> reject(rejected, ANNA));
            reject(rejected, BERND);
            assertThat(decision(rejected)).isInstanceOf(Decision.Rejected.class);
            assertRefused(Reason.ALREADY_DECIDED, () -> service.approve(rejected, BERND));
            Proposal takenBack = proposed("L3b");
            assertRefused(Reason.NOT_THE_PROPOSER, () -> takeBack(takenBack, BERND));
            takeBack(takenBack, ANNA);
            assertThat(decision(takenBack)).isInstanceOf(Decision.Withdrawn.class);
            assertRefused(Reason.ALREADY_DECIDED, () -> reject(takenBack, BERND));
            assertRefused(Reason.ALREADY_DECIDED, () -> takeBack(takenBack, ANNA));
        }

        @Test
        void refuses_decisions_in_other_states_and_on_what_is_unknown() {
            Proposal proposal = proposed("L4");
            assertRefused(Reason.UNKNOWN_ISSUER, () -> service.suspend(proposal.issuer()));
            assertRefused(Reason.UNKNOWN_ISSUER, () -> proposeResumption(proposal.issuer(), ANNA));
            service.approve(proposal, BERND);
            IssuerId approved = proposal.issuer();
            assertRefused(Reason.ALREADY_DECIDED, () -> service.approve(proposal, BERND));
            assertRefused(Reason.WRONG_STATE, () -> proposeResumption(approved, ANNA));
            assertRefused(Reason.WRONG_STATE, () -> confirm(approved, BERND));
            withdraw(approved, ANNA);
            assertRefused(Reason.WRONG_STATE, () -> withdraw(approved, ANNA));
            assertRefused(Reason.WRONG_STATE, () -> service.suspend(approved));
            assertRefused(
                    Reason.UNKNOWN_PROPOSAL,
                    () -> service.bean(ApproveProposal.class)
                            .approve(ProposalId.random(), proposal.hash(), BERND, "x"));
        }

        @Test
        void refuses_certificates_that_are_not_valid_now() {
            TestKey old = TestKey.create("Old", Instant.parse("2026-11-01T00:00:00Z"));
            assertRefused(Reason.CERTIFICATE_NOT_VALID, () -> propose(old.issuer("Old")));
        }

        @Test
        void refuses_a_key_that_another_entity_of_the_list_has_even_suspended() {
            TestKey shared = TestKey.create("Shared");
            IssuerId first = service.approved(shared.issuer("Shared1"));
            assertRefused(Reason.KEY_OF_ANOTHER_ISSUER, () -> propose(shared.issuer("Shared2")));
            service.suspend(first);
            assertRefused(Reason.KEY_OF_ANOTHER_ISSUER, () -> propose(shared.issuer("Shared2")));
            propose(shared.issuer(ListPurpose.EAA, "Shared2"));
            withdraw(first, ANNA);
            propose(shared.issuer("Shared2"));
        }

        @Test
        void refuses_the_issuance_key_of_another_entity_as_status_key() {
            TestKey key = TestKey.create("Signs both");
            service.approved(details(key, List.of()));
            TestKey other = TestKey.create("Other");
            IssuerDetails taking = details(other, List.of(key.certificate()));
            assertRefused(Reason.KEY_OF_ANOTHER_ISSUER, () -> propose(taking));
        }

        private static IssuerDetails details(TestKey key, List<X509Certificate> status) {
            IssuerDetails own = key.issuer("Keys");
            return new IssuerDetails(
                    own.purpose(),
                    own.name(),
                    own.registrationId(),
                    own.country(),
                    own.contact(),
                    own.issuance(),
                    status,
                    own.statusPolicy(),
                    own.credentials(),
                    own.legalBasis());
        }

        @Test
        void the_same_is_proposed_once_even_at_the_same_instant() throws Exception {
            IssuerDetails details = TestKey.create("Same").issuer("Same");
            Callable<ProposalId> once = () -> propose(details).id();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                Set<ProposalId> made = new HashSet<>();
                for (Future<ProposalId> future : threads.invokeAll(List.of(once, once, once, once))) {
                    made.add(future.get());
                }
                assertThat(made).hasSize(1);
            }
            Proposal byAnother = service.bean(ProposeIssuer.class).propose(details, BERND, "new");
            assertThat(byAnother.id()).isNotEqualTo(propose(details).id());
        }

        @Test
        void one_person_does_not_fill_the_queue_of_all() {
            StaffId busy = new StaffId("busy");
            TestKey key = TestKey.create("Busy");
            List<Proposal> made = new ArrayList<>();
            for (int i = 0; i < IssuerDecisions.MAX_PENDING; i++) {
                made.add(service.bean(ProposeIssuer.class).propose(key.issuer("Busy" + i), busy, "new"));
            }
            assertRefused(
                    Reason.TOO_MANY_PROPOSALS,
                    () -> service.bean(ProposeIssuer.class).propose(key.issuer("Busy"), busy, "new"));
            proposed("NotBusy");
            takeBack(made.removeFirst(), busy);
            made.add(service.bean(ProposeIssuer.class).propose(key.issuer("Busy"), busy, "new"));
            made.forEach(proposal -> takeBack(proposal, busy));
        }

        @Test
        void nothing_is_approved_for_which_readers_would_refuse_the_list() throws Exception {
            IssuerDetails fine = TestKey.create("Unreadable").issuer("Unreadable");
            Contact two = new Contact(
                    "Weg 1",
                    "Musterstadt",
                    "12345",
                    "DE",
                    List.of("mailto:pid@example.org"),
                    List.of(
                            "http://uri.etsi.org/19602/ListOfTrustedEntities/PIDProvider/DE",
                            "http://uri.etsi.org/19602/ListOfTrustedEntities/PIDProvider/FR"));
            IssuerDetails unreadable = new IssuerDetails(
                    fine.purpose(),
                    fine.name(),
                    fine.registrationId(),
                    fine.country(),
                    two,
                    fine.issuance(),
                    fine.revocation(),
                    fine.statusPolicy(),
                    fine.credentials(),
                    fine.legalBasis());
            IssuerId listed = approved("Readable");
            Proposal proposal = propose(unreadable);
            assertRefused(Reason.LIST_NOT_READABLE, () -> service.approve(proposal, BERND));
            assertThat(decision(proposal)).isInstanceOf(Decision.Pending.class);
            service.suspend(listed);
            assertThat(isListed("Readable")).isFalse();
        }

        @Test
        void a_preview_stores_nothing() {
            IssuerDetails details = TestKey.create("V1").issuer("V1");
            Proposal preview = service.bean(PreviewProposal.class).preview(Optional.empty(), details, ANNA, "try");
            assertThat(preview.details()).isEqualTo(details);
            assertThat(service.bean(Proposals.class).find(preview.id())).isEmpty();
            IssuerId id = service.approved(details);
            assertRefused(
                    Reason.NOTHING_CHANGED,
                    () -> service.bean(PreviewProposal.class).preview(Optional.of(id), details, ANNA, "try"));
        }
    }

    @Nested
    class Ground {
        @Test
        void approval_is_of_exactly_these_bytes() {
            Proposal proposal = proposed("G1");
            assertThat(proposal.hash()).matches("[0-9a-f]{64}");
            assertRefused(
                    Reason.HASH_MISMATCH,
                    () -> service.bean(ApproveProposal.class)
                            .approve(proposal.id(), proposed("G1b").hash(), BERND, "x"));
            service.approve(proposal, BERND);
        }

        @Test
        void a_proposal_lapses_after_seven_days() {
            Proposal proposal = proposed("G2");
            Proposal untouched = proposed("G2b");
            clock.advance(Duration.ofDays(7).minusSeconds(1));
            tick();
            assertThat(decision(proposal)).isInstanceOf(Decision.Pending.class);
            clock.advance(Duration.ofSeconds(1));
            assertRefused(Reason.PROPOSAL_LAPSED, () -> service.approve(proposal, BERND));
            tick();
            assertThat(decision(untouched)).isEqualTo(new Decision.Lapsed(clock.instant(), Cause.PROPOSAL_LAPSED));
            assertRefused(Reason.PROPOSAL_LAPSED, () -> service.approve(untouched, BERND));
            assertRefused(Reason.PROPOSAL_LAPSED, () -> reject(untouched, BERND));
        }

        @Test
        void lapses_when_the_entity_changed_meanwhile() {
            IssuerId id = approved("G3");
            Proposal first = proposeChange(id, TestKey.create("G3b").issuer("G3b"));
            Proposal second = proposeChange(id, TestKey.create("G3c").issuer("G3c"));
            service.approve(first, BERND);
            assertThat(decision(second)).isEqualTo(new Decision.Lapsed(clock.instant(), Cause.GROUND_MOVED));
            assertRefused(Reason.GROUND_MOVED, () -> service.approve(second, BERND));
            Proposal third = proposeChange(id, TestKey.create("G3d").issuer("G3d"));
            service.suspend(id);
            assertThat(decision(third)).isInstanceOf(Decision.Lapsed.class);
        }

        @Test
        void lapses_when_a_key_is_listed_elsewhere() {
            TestKey key = TestKey.create("G4");
            Proposal first = propose(key.issuer("G4a"));
            Proposal second = propose(key.issuer("G4b"));
            service.approve(first, BERND);
            assertThat(decision(second)).isInstanceOf(Decision.Lapsed.class);
            assertRefused(Reason.GROUND_MOVED, () -> service.approve(second, BERND));
        }
    }

    @Nested
    class Emergency {
        @Test
        void returns_with_an_alarm_if_nobody_confirms() throws Exception {
            IssuerId id = approved("E1");
            service.suspend(id);
            assertThat(((Suspended) find(id)).returnsAt())
                    .hasValue(clock.instant().plus(SuspendIssuer.TIME_TO_CONFIRM));
            clock.advance(SuspendIssuer.TIME_TO_CONFIRM.minusSeconds(1));
            tick();
            assertThat(isListed("E1")).isFalse();
            clock.advance(Duration.ofSeconds(1));
            tick();
            tick();
            assertThat(isListed("E1")).isTrue();
            assertThat(find(id).last().by()).isEqualTo(StaffId.SYSTEM);
            Alert alert = service.bean(Alerts.class).open().stream()
                    .filter(a -> a.issuer().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(alert.kind()).isEqualTo(Alert.Kind.SUSPENSION_NOT_CONFIRMED);
            assertThat(service.get("/actuator/health/alarms").body())
                    .contains("\"open-alerts\":"
                            + service.bean(Alerts.class).open().size())
                    .contains("unconfirmed-suspensions");
            assertThat(service.bean(JdbcTemplate.class)
                            .queryForObject(
                                    "SELECT count(*) FROM audit.entry WHERE type = 'issuer.returned_unconfirmed'"
                                            + " AND subject = ?",
                                    Integer.class,
                                    id.toString()))
                    .isEqualTo(1);
            service.bean(AcknowledgeAlert.class).acknowledge(alert.id(), CARLA, "called them");
            assertThat(service.bean(Alerts.class).open()).doesNotContain(alert);
            assertRefused(
                    Reason.ALREADY_DECIDED,
                    () -> service.bean(AcknowledgeAlert.class).acknowledge(alert.id(), CARLA, "again"));
            assertRefused(
                    Reason.UNKNOWN_ALERT,
                    () -> service.bean(AcknowledgeAlert.class).acknowledge(UUID.randomUUID(), CARLA, "x"));
        }

        @Test
        void a_return_that_fails_does_not_hinder_the_others() {
            IssuerId stuck = approved("Stuck");
            IssuerId other = approved("Free");
            service.suspend(stuck);
            service.suspend(other);
            clock.advance(SuspendIssuer.TIME_TO_CONFIRM.minusSeconds(1));
            roles.execute("ALTER TABLE trust.alert ADD CONSTRAINT broken CHECK (issuer <> '" + stuck + "')");
            clock.advance(Duration.ofSeconds(1));
            tick();
            assertThat(find(stuck)).isInstanceOf(Suspended.class);
            assertThat(find(other)).isInstanceOf(Approved.class);
            roles.execute("ALTER TABLE trust.alert DROP CONSTRAINT broken");
            tick();
            assertThat(find(stuck)).isInstanceOf(Approved.class);
        }

        @Test
        void stays_off_the_list_if_a_second_person_confirms() throws Exception {
            IssuerId id = approved("E2");
            service.suspend(id);
            assertRefused(Reason.SAME_PERSON, () -> confirm(id, ANNA));
            confirm(id, BERND);
            assertRefused(Reason.WRONG_STATE, () -> confirm(id, CARLA));
            clock.advance(SuspendIssuer.TIME_TO_CONFIRM.multipliedBy(2));
            tick();
            assertThat(isListed("E2")).isFalse();
            service.approve(proposeResumption(id, ANNA), BERND);
            assertThat(isListed("E2")).isTrue();
        }
    }

    @Nested
    class FourEyes {
        @Test
        void refuses_approval_by_the_proposer() {
            Proposal proposal = proposed("F1");
            assertRefused(Reason.SAME_PERSON, () -> service.approve(proposal, ANNA));
            IssuerId id = approved("F2");
            Proposal change = proposeChange(id, TestKey.create("F2b").issuer("F2b"));
            assertRefused(Reason.SAME_PERSON, () -> service.approve(change, ANNA));
            service.suspend(id);
            Proposal resumption = proposeResumption(id, BERND);
            assertRefused(Reason.SAME_PERSON, () -> service.approve(resumption, BERND));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Anna", "anna ", "ANNA", "änna", ""})
        void nobody_is_two_people_by_spelling(String spelling) {
            assertThatThrownBy(() -> new StaffId(spelling)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The database holds the same rules, whatever the process does. */
    @Nested
    class Database {
        private final JdbcTemplate jdbc = service.bean(JdbcTemplate.class);

        private void assertImpossible(String message, String sql, Object... arguments) {
            assertThatThrownBy(() -> jdbc.update(sql, arguments))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining(message);
        }

        @Test
        void nobody_approves_or_rejects_alone() {
            Proposal proposal = proposed("D1");
            Proposals proposals = service.bean(Proposals.class);
            Change alone = new Change(ANNA, clock.instant(), "alone");
            assertThatThrownBy(() -> proposals.approve(proposal.id(), alone))
                    .hasStackTraceContaining("proposal_four_eyes");
            assertThatThrownBy(() -> proposals.reject(proposal.id(), alone))
                    .hasStackTraceContaining("proposal_four_eyes");
            assertThatThrownBy(() -> proposals.approve(proposal.id(), new Change(StaffId.SYSTEM, clock.instant(), "x")))
                    .hasStackTraceContaining("proposal_four_eyes");
            assertThatThrownBy(() -> proposals.withdraw(proposal.id(), new Change(BERND, clock.instant(), "x")))
                    .hasStackTraceContaining("proposal_four_eyes");
        }

        @Test
        void nothing_is_approved_after_its_time_or_lapses_before() {
            Proposal proposal = proposed("D2");
            Change late = new Change(BERND, proposal.lapsesAt(), "late");
            Change early = new Change(StaffId.SYSTEM, clock.instant(), "early");
            assertThatThrownBy(() -> service.bean(Proposals.class).approve(proposal.id(), late))
                    .hasStackTraceContaining("not at this time");
            assertThatThrownBy(() -> service.bean(Proposals.class).lapse(proposal.id(), early, Cause.PROPOSAL_LAPSED))
                    .hasStackTraceContaining("not at this time");
        }

        @Test
        void no_entity_comes_from_a_proposal_nobody_approved() {
            Proposal proposal = proposed("D3");
            Change change = new Change(BERND, clock.instant(), "x");
            assertThatThrownBy(() -> service.bean(TrustedIssuers.class).add(proposal, change))
                    .hasStackTraceContaining("only an approved proposal");
        }

        @Test
        void no_entity_has_other_details_than_were_approved() {
            Proposal proposal = proposed("D4");
            service.bean(Proposals.class).approve(proposal.id(), new Change(BERND, clock.instant(), "x"));
            Proposal forged = new Proposal(
                    proposal.id(),
                    proposal.kind(),
                    proposal.issuer(),
                    proposal.base(),
                    DetailsDocument.write(TestKey.create("Forged").issuer("Forged")),
                    proposal.proposed(),
                    proposal.decision());
            Change change = new Change(BERND, clock.instant(), "x");
            assertThatThrownBy(() -> service.bean(TrustedIssuers.class).add(forged, change))
                    .hasStackTraceContaining("only an approved proposal");
            assertThatThrownBy(() -> service.bean(Proposals.class).add(forged)).isInstanceOf(DataAccessException.class);
        }

        @Test
        void a_hash_belongs_to_its_bytes() {
            Proposal proposal = proposed("D5");
            assertImpossible(
                    "proposal_hash",
                    "INSERT INTO trust.proposal SELECT gen_random_uuid(), kind, purpose, issuer, base, 'other', details,"
                            + " sha256, proposed_by, proposed_at, lapses_at FROM trust.proposal WHERE id = ?",
                    proposal.id().value());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE trust.proposal SET proposed_by = 'nobody'",
                    "UPDATE trust.proposal SET details = '{}'",
                    "UPDATE trust.issuer SET purpose = 'wallet'",
                    "UPDATE trust.issuer SET version = 1",
                    "UPDATE trust.issuer_version SET reason = 'x'",
                    "INSERT INTO trust.issuer_version SELECT * FROM trust.issuer_version",
                    "UPDATE trust.alert SET kind = 'x'",
                    "DELETE FROM trust.proposal",
                    "DELETE FROM trust.issuer",
                    "DELETE FROM trust.issuer_version",
                    "DELETE FROM trust.alert",
                    "TRUNCATE trust.issuer_version"
                })
        void the_runtime_role_rewrites_nothing(String sql) {
            approved("D6" + sql.hashCode());
            assertImpossible("permission denied", sql);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE trust.issuer_version SET reason = 'x'",
                    "DELETE FROM trust.issuer_version",
                    "TRUNCATE trust.issuer_version"
                })
        void history_is_not_rewritten_even_by_the_owner(String sql) {
            approved("D7" + sql.hashCode());
            assertThatThrownBy(() -> roles.execute(sql)).hasStackTraceContaining("never changed or removed");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                state = 'approved', event = 'resumed', suspended_by = NULL, returns_at = NULL
                state = 'approved', event = 'changed', suspended_by = NULL, returns_at = NULL
                state = 'approved', event = 'returned_unconfirmed', changed_by = 'system', suspended_by = NULL, returns_at = NULL
                state = 'approved', event = 'withdrawn', suspended_by = NULL, returns_at = NULL
                returns_at = changed_at, event = 'suspended'
                returns_at = NULL, event = 'suspension_confirmed', confirmed_by = 'anna', changed_by = 'anna'
                returns_at = NULL, event = 'suspension_confirmed', confirmed_by = 'bernd', changed_by = 'carla'
                suspended_by = 'carla', event = 'suspension_confirmed', confirmed_by = 'anna', changed_by = 'anna', returns_at = NULL
                details = '{}', event = 'withdrawn', state = 'withdrawn', returns_at = NULL
                """)
        void a_suspended_entity_gets_back_in_no_other_way(String assignments) {
            IssuerId id = approved("D8" + assignments.hashCode());
            service.suspend(id);
            assertThatThrownBy(
                            () -> jdbc.update("UPDATE trust.issuer SET " + assignments + " WHERE id = ?", id.value()))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageMatching("(?s).*(no transition|issuer_confirmation_four_eyes).*");
        }

        @Test
        void a_confirmed_suspension_does_not_return_by_itself() {
            IssuerId id = approved("D9");
            service.suspend(id);
            Suspended unconfirmed = (Suspended) find(id);
            confirm(id, BERND);
            Suspended confirmed = (Suspended) find(id);
            Change later = new Change(StaffId.SYSTEM, clock.instant().plus(Duration.ofDays(30)), "x");
            TrustedIssuers issuers = service.bean(TrustedIssuers.class);
            assertThat(issuers.returnUnconfirmed(unconfirmed, later)).isFalse();
            assertThatThrownBy(() -> issuers.returnUnconfirmed(confirmed, later))
                    .hasStackTraceContaining("no transition");
        }

        @Test
        void a_withdrawn_entity_stays_so() {
            IssuerId id = approved("D10");
            withdraw(id, ANNA);
            for (String event : List.of("resumed", "changed", "returned_unconfirmed", "suspended")) {
                assertImpossible(
                        "no transition",
                        "UPDATE trust.issuer SET state = 'approved', event = ? WHERE id = ?",
                        event,
                        id.value());
            }
        }

        @Test
        void an_approved_proposal_is_used_once() {
            IssuerId id = approved("D11");
            service.suspend(id);
            Proposal resumption = proposeResumption(id, ANNA);
            service.approve(resumption, BERND);
            service.suspend(id);
            Proposal used = new Proposal(
                    resumption.id(),
                    resumption.kind(),
                    id,
                    find(id).version(),
                    resumption.document(),
                    resumption.proposed(),
                    resumption.decision());
            assertThatThrownBy(() ->
                            service.bean(TrustedIssuers.class).apply(used, new Change(BERND, clock.instant(), "again")))
                    .hasStackTraceContaining("no transition");
        }
    }

    @Nested
    class Transaction {
        @Test
        void without_its_audit_entry_no_change_and_no_list() throws Exception {
            Proposal proposal = proposed("T1");
            String before = service.list(SIGNER).compactJws();
            String function = "FUNCTION audit.append(timestamptz, text, text, text, text)";
            roles.execute("REVOKE EXECUTE ON " + function + " FROM " + roles.runtimeRole());
            try {
                assertThatThrownBy(() -> service.approve(proposal, BERND)).isInstanceOf(DataAccessException.class);
            } finally {
                roles.execute("GRANT EXECUTE ON " + function + " TO " + roles.runtimeRole());
            }
            assertThat(decision(proposal)).isInstanceOf(Decision.Pending.class);
            assertThat(service.list(SIGNER).compactJws()).isEqualTo(before);
        }
    }

    @Nested
    class Details {
        private final IssuerDetails right = TestKey.create("D").issuer("D");

        @Test
        void survive_their_document() {
            for (ListPurpose purpose : ListPurpose.values()) {
                IssuerDetails details = TestKey.create("R").issuer(purpose, "R");
                assertThat(DetailsDocument.read(DetailsDocument.write(details))).isEqualTo(details);
            }
        }

        @Test
        void refuses_what_cannot_be_listed() {
            assertThatThrownBy(() -> with("", "NTRDE-1", "DE")).hasMessageContaining("name");
            assertThatThrownBy(() -> with("A\nB", "NTRDE-1", "DE")).hasMessageContaining("name");
            assertThatThrownBy(() -> with("A", "HRB 1", "DE")).hasMessageContaining("registrationId");
            assertThatThrownBy(() -> with("A", "NTRDE-1", "Germany")).hasMessageContaining("country");
            assertThatThrownBy(() -> new CredentialType("SD JWT", "x")).hasMessageContaining("format");
            assertThatThrownBy(() -> new CredentialType("dc+sd-jwt", "x y")).hasMessageContaining("type");
            assertThatThrownBy(() -> new IssuerDetails(
                            ListPurpose.PID,
                            "A",
                            "NTRDE-1",
                            "DE",
                            right.contact(),
                            List.of(),
                            List.of(),
                            StatusPolicy.STATUS_REQUIRED,
                            List.of(),
                            "x"))
                    .hasMessageContaining("issuance");
        }

        private IssuerDetails with(String name, String registrationId, String country) {
            return new IssuerDetails(
                    right.purpose(),
                    name,
                    registrationId,
                    country,
                    right.contact(),
                    right.issuance(),
                    right.revocation(),
                    right.statusPolicy(),
                    right.credentials(),
                    right.legalBasis());
        }
    }
}
