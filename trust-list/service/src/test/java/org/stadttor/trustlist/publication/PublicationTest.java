// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.lote.SignedList;

/** Numbers, re-signing and recovery. */
class PublicationTest {

    private final TestKey signer = TestKey.create("Signer");
    private final TestService.Roles roles = TestService.Roles.create();
    private final MutableClock clock = new MutableClock(TestKey.NOW);
    private TestService service;

    @BeforeEach
    void start() {
        service = TestService.start(roles, signer, clock);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_number_is_not_reused_when_the_process_dies_before_the_commit() throws Exception {
        IssuerId id = service.approved(TestKey.create("A").issuer("A"));
        SignedList before = service.list(signer);
        JdbcTemplate jdbc = service.bean(JdbcTemplate.class);
        assertThatThrownBy(() -> service.bean(TransactionOperations.class).executeWithoutResult(status -> {
                    service.suspend(id);
                    Integer backend = jdbc.queryForObject("SELECT pg_backend_pid()", Integer.class);
                    roles.execute("SELECT pg_terminate_backend(" + backend + ")");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(service.list(signer).compactJws()).isEqualTo(before.compactJws());
        service.suspend(id);
        SignedList after = service.list(signer);
        assertThat(after.list().sequenceNumber()).isEqualTo(before.list().sequenceNumber() + 1);
        assertThat(after.list().entities()).isEmpty();
        assertThat(service.get("/lists/pid-providers/" + after.list().sequenceNumber())
                        .body())
                .isEqualTo(after.compactJws());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO trust.publication SELECT * FROM trust.publication WHERE sequence = 1",
                "UPDATE trust.publication SET jws = 'x'",
                "DELETE FROM trust.publication",
                "TRUNCATE trust.publication"
            })
    void a_published_list_is_never_replaced_not_even_by_the_owner(String sql) {
        assertThatThrownBy(() -> service.bean(JdbcTemplate.class).execute(sql)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> roles.execute(sql)).hasStackTraceContaining("publication");
    }

    @Test
    void is_signed_again_before_next_update() throws Exception {
        SignedList before = service.list(signer);
        clock.advance(Duration.ofDays(1).minusSeconds(1));
        service.bean(KeepListFresh.class).tick();
        assertThat(service.list(signer).compactJws()).isEqualTo(before.compactJws());
        clock.advance(Duration.ofSeconds(1));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(service.list(signer).list().sequenceNumber())
                        .isEqualTo(before.list().sequenceNumber() + 1));
        assertThat(service.list(signer).list().nextUpdate())
                .isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void an_unreadable_issuer_does_not_end_the_watch() throws Exception {
        long before = service.list(signer).list().sequenceNumber();
        roles.execute(
                "INSERT INTO trust.proposal (id, kind, purpose, issuer, base, reason, details, sha256, proposed_by,"
                        + " proposed_at, lapses_at) SELECT i, 'listing', 'pid', i, 0, 'x', '{}',"
                        + " trust.proposal_hash('listing', 'pid', i, 0, 'x', '{}'), 'anna', now(), now() + interval '168 hours'"
                        + " FROM gen_random_uuid() AS i");
        roles.execute("UPDATE trust.proposal SET state = 'approved', decided_by = 'bernd', decided_at = proposed_at,"
                + " decision_reason = 'x'");
        roles.execute("INSERT INTO trust.issuer (id, purpose, state, proposal, details, listed_at, event, changed_by,"
                + " changed_at, reason) SELECT issuer, 'pid', 'approved', id, details, decided_at, 'listed', 'bernd',"
                + " decided_at, 'x' FROM trust.proposal");
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> service.bean(KeepListFresh.class).tick()).isInstanceOf(RuntimeException.class);
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(service.list(signer).list().sequenceNumber()).isEqualTo(before));
        roles.execute("UPDATE trust.issuer SET state = 'withdrawn', event = 'withdrawn'");
        await().untilAsserted(() ->
                assertThat(service.list(signer).list().sequenceNumber()).isGreaterThan(before));
    }

    @Test
    void a_restart_changes_nothing_that_is_still_good() throws Exception {
        service.approved(TestKey.create("A").issuer("A"));
        String before = service.list(signer).compactJws();
        service.close();
        service = TestService.start(roles, signer, clock);
        assertThat(service.list(signer).compactJws()).isEqualTo(before);
    }

    @Test
    void a_restart_makes_up_for_what_ran_out_meanwhile() throws Exception {
        long before = service.list(signer).list().sequenceNumber();
        service.close();
        clock.advance(Duration.ofDays(30));
        service = TestService.start(roles, signer, clock);
        assertThat(service.list(signer).list().sequenceNumber()).isEqualTo(before + 1);
    }

    @Test
    void announces_the_next_certificate_and_rolls_over_to_it() throws Exception {
        TestKey next = TestKey.create("Next");
        service.close();
        service = TestService.start(
                roles, signer, clock, "--stadttor.trust-list.signing.next-certificates=" + next.certificatePem());
        assertThat(service.list(signer).list().scheme().pointers().getFirst().signers())
                .containsExactly(signer.certificate(), next.certificate());
        service.close();
        service = TestService.start(roles, next, clock);
        assertThat(service.list(next).list().scheme().pointers().getFirst().signers())
                .containsExactly(next.certificate());
    }

    @Test
    void after_a_restore_numbering_goes_on_at_the_configured_number() throws Exception {
        service.close();
        service =
                TestService.start(roles, signer, clock, "--stadttor.trust-list.publication.first-sequence-number=1000");
        service.approved(TestKey.create("A").issuer("A"));
        assertThat(service.list(signer).list().sequenceNumber()).isEqualTo(1000);
        service.approved(TestKey.create("B").issuer("B"));
        assertThat(service.list(signer).list().sequenceNumber()).isEqualTo(1001);
    }

    @Test
    void next_update_is_never_after_the_end_of_the_signing_certificate() throws Exception {
        service.close();
        TestKey shortLived = TestKey.create("Short", TestKey.NOW.plus(Duration.ofDays(2)));
        service = TestService.start(roles, shortLived, clock);
        assertThat(service.list(shortLived).list().nextUpdate()).isEqualTo(TestKey.NOW.plus(Duration.ofDays(2)));
    }
}
