// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stadttor.trustlist.TestService.ANNA;
import static org.stadttor.trustlist.TestService.BERND;

import java.time.Instant;
import java.util.List;
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
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.lote.StatusPolicy;

/** Each decision through its use case, on a real database as the runtime role. */
class IssuerDecisionsTest {

    private static final TestKey SIGNER = TestKey.create("Signer");
    private static TestService.Roles roles;
    private static TestService service;

    @BeforeAll
    static void start() {
        roles = TestService.Roles.create();
        service = TestService.start(roles, SIGNER, new MutableClock(TestKey.NOW));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static TrustedIssuer find(IssuerId id) {
        return service.bean(TrustedIssuers.class).find(id).orElseThrow();
    }

    private static IssuerId proposed(String name) {
        return service.bean(ProposeIssuer.class).propose(TestKey.create(name).issuer(name), ANNA);
    }

    private static IssuerId approved(String name) {
        return service.approved(TestKey.create(name).issuer(name));
    }

    private static void approve(IssuerId id, StaffId by) {
        service.bean(ApproveIssuer.class).approve(id, by, "checked");
    }

    private static void proposeResumption(IssuerId id, StaffId by) {
        service.bean(ProposeResumption.class).propose(id, by, "repaired");
    }

    private static void resume(IssuerId id, StaffId by) {
        service.bean(ResumeIssuer.class).resume(id, by, "checked again");
    }

    private static void withdraw(IssuerId id, StaffId by) {
        service.bean(WithdrawIssuer.class).withdraw(id, by, "ended");
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
            IssuerId id = service.bean(ProposeIssuer.class).propose(details, ANNA);
            assertThat(find(id)).isEqualTo(new TrustedIssuer.Proposed(id, details, ANNA, TestKey.NOW));
            assertThat(isListed("P1")).isFalse();
        }

        @Test
        void goes_through_all_states() throws Exception {
            IssuerId id = approved("L1");
            assertThat(find(id)).isInstanceOf(TrustedIssuer.Approved.class);
            assertThat(isListed("L1")).isTrue();
            service.suspend(id);
            assertThat(find(id)).isInstanceOf(TrustedIssuer.Suspended.class);
            assertThat(isListed("L1")).isFalse();
            proposeResumption(id, ANNA);
            assertThat(isListed("L1")).isFalse();
            resume(id, BERND);
            assertThat(find(id)).isInstanceOf(TrustedIssuer.Approved.class);
            assertThat(isListed("L1")).isTrue();
            withdraw(id, ANNA);
            assertThat(find(id)).isInstanceOf(TrustedIssuer.Withdrawn.class);
            assertThat(isListed("L1")).isFalse();
        }

        @Test
        void a_second_suspension_needs_a_new_proposal_to_resume() {
            IssuerId id = approved("L2");
            service.suspend(id);
            proposeResumption(id, ANNA);
            resume(id, BERND);
            service.suspend(id);
            assertRefused(Reason.NO_RESUMPTION_PROPOSED, () -> resume(id, BERND));
        }

        @Test
        void a_proposal_that_is_turned_down_is_over() {
            IssuerId id = proposed("L3");
            withdraw(id, BERND);
            assertRefused(Reason.WRONG_STATE, () -> approve(id, BERND));
        }

        @Test
        void refuses_decisions_in_other_states_and_on_unknown_issuers() {
            IssuerId proposed = proposed("L4");
            assertRefused(Reason.WRONG_STATE, () -> service.suspend(proposed));
            assertRefused(Reason.WRONG_STATE, () -> proposeResumption(proposed, ANNA));
            assertRefused(Reason.WRONG_STATE, () -> resume(proposed, BERND));
            IssuerId approved = approved("L5");
            assertRefused(Reason.WRONG_STATE, () -> approve(approved, BERND));
            assertRefused(Reason.WRONG_STATE, () -> resume(approved, BERND));
            withdraw(approved, ANNA);
            assertRefused(Reason.WRONG_STATE, () -> withdraw(approved, ANNA));
            assertRefused(Reason.WRONG_STATE, () -> service.suspend(approved));
            assertRefused(Reason.UNKNOWN_ISSUER, () -> approve(IssuerId.random(), BERND));
        }

        @Test
        void refuses_certificates_that_are_not_valid_now() {
            TestKey old = TestKey.create("Old", Instant.parse("2026-11-01T00:00:00Z"));
            assertRefused(
                    Reason.CERTIFICATE_NOT_VALID,
                    () -> service.bean(ProposeIssuer.class).propose(old.issuer("Old"), ANNA));
        }

        @Test
        void refuses_a_key_that_a_listed_issuer_has() throws Exception {
            TestKey shared = TestKey.create("Shared");
            IssuerId first = service.approved(shared.issuer("Shared1"));
            IssuerId second = service.bean(ProposeIssuer.class).propose(shared.issuer("Shared2"), ANNA);
            assertRefused(Reason.KEY_OF_ANOTHER_ISSUER, () -> approve(second, BERND));
            service.suspend(first);
            approve(second, BERND);
            proposeResumption(first, ANNA);
            assertRefused(Reason.KEY_OF_ANOTHER_ISSUER, () -> resume(first, BERND));
            assertThat(isListed("Shared2")).isTrue();
        }
    }

    @Nested
    class FourEyes {
        @Test
        void refuses_approval_by_the_proposer() {
            IssuerId id = proposed("F1");
            assertRefused(Reason.SAME_PERSON, () -> approve(id, ANNA));
            assertThat(find(id)).isInstanceOf(TrustedIssuer.Proposed.class);
        }

        @Test
        void refuses_resumption_by_its_proposer() {
            IssuerId id = approved("F2");
            service.suspend(id);
            proposeResumption(id, BERND);
            assertRefused(Reason.SAME_PERSON, () -> resume(id, BERND));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Anna", "anna ", "ANNA", "änna", ""})
        void nobody_is_two_people_by_spelling(String spelling) {
            assertThatThrownBy(() -> new StaffId(spelling)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void the_database_refuses_it_too() {
            IssuerId id = proposed("F3");
            Change byAnna = new Change(ANNA, TestKey.NOW, "alone");
            TrustedIssuers issuers = service.bean(TrustedIssuers.class);
            assertThatThrownBy(() -> issuers.approve(id, byAnna)).hasStackTraceContaining("issuer_four_eyes");
            IssuerId suspended = approved("F4");
            service.suspend(suspended);
            proposeResumption(suspended, ANNA);
            assertThatThrownBy(() -> issuers.resume(suspended, byAnna))
                    .hasStackTraceContaining("issuer_resumption_four_eyes");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE trust.issuer SET proposed_by = 'nobody'",
                    "UPDATE trust.issuer SET details = '{}'",
                    "DELETE FROM trust.issuer",
                    "TRUNCATE trust.issuer"
                })
        void the_runtime_role_cannot_rewrite_a_proposal(String sql) {
            proposed("F5");
            assertThatThrownBy(() -> service.bean(JdbcTemplate.class).execute(sql))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }

        @ParameterizedTest
        @CsvSource({
            "approved, anna, bernd, , ",
            "suspended, anna, bernd, , ",
            "withdrawn, anna, , , ",
            "proposed, anna, bernd, , ",
            "proposed, bernd, , , ",
            "proposed, anna, , anna, ",
            "proposed, anna, , anna, bernd"
        })
        void the_database_takes_nothing_but_proposals(
                String state, String changedBy, String approvedBy, String resumptionBy, String resumedBy) {
            assertThatThrownBy(() -> service.bean(JdbcTemplate.class)
                            .update(
                                    "INSERT INTO trust.issuer (id, state, details, proposed_by, proposed_at, changed_by,"
                                            + " changed_at, reason, approved_by, approved_at, resumption_proposed_by,"
                                            + " resumed_by) VALUES (gen_random_uuid(), ?, '{}', 'anna', now(), ?, now(),"
                                            + " 'x', ?, CASE WHEN ?::text IS NULL THEN NULL ELSE now() END, ?, ?)",
                                    state,
                                    changedBy,
                                    approvedBy,
                                    approvedBy,
                                    resumptionBy,
                                    resumedBy))
                    .hasStackTraceContaining("only a proposal is inserted");
        }

        @Test
        void the_database_keeps_the_approver() {
            IssuerId id = approved("F8");
            service.suspend(id);
            assertThatThrownBy(() -> service.bean(JdbcTemplate.class)
                            .update("UPDATE trust.issuer SET approved_by = 'somebody' WHERE id = ?", id.value()))
                    .hasStackTraceContaining("the approver is written once");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE trust.issuer SET state = 'approved' WHERE state = 'withdrawn'",
                    "UPDATE trust.issuer SET state = 'proposed' WHERE state = 'withdrawn'",
                    "UPDATE trust.issuer SET state = 'approved' WHERE state = 'suspended'",
                    "UPDATE trust.issuer SET state = 'approved', resumption_proposed_by = 'x', resumed_by = 'y'"
                            + " WHERE state = 'suspended'"
                })
        void the_database_refuses_other_transitions(String sql) {
            withdraw(approved("F6-" + sql.hashCode()), ANNA);
            service.suspend(approved("F7-" + sql.hashCode()));
            assertThatThrownBy(() -> service.bean(JdbcTemplate.class).execute(sql))
                    .hasStackTraceContaining("no transition");
        }
    }

    @Nested
    class Transaction {
        @Test
        void without_its_audit_entry_no_change_and_no_list() throws Exception {
            IssuerId id = proposed("T1");
            String before = service.list(SIGNER).compactJws();
            String function = "FUNCTION audit.append(timestamptz, text, text, text, text)";
            roles.execute("REVOKE EXECUTE ON " + function + " FROM " + roles.runtimeRole());
            try {
                assertThatThrownBy(() -> approve(id, BERND)).isInstanceOf(DataAccessException.class);
            } finally {
                roles.execute("GRANT EXECUTE ON " + function + " TO " + roles.runtimeRole());
            }
            assertThat(find(id)).isInstanceOf(TrustedIssuer.Proposed.class);
            assertThat(service.list(SIGNER).compactJws()).isEqualTo(before);
        }
    }

    @Nested
    class Details {
        private final IssuerDetails right = TestKey.create("D").issuer("D");

        @Test
        void refuses_what_cannot_be_listed() {
            assertThatThrownBy(() -> with("", "NTRDE-1", "DE")).hasMessageContaining("name");
            assertThatThrownBy(() -> with("A\nB", "NTRDE-1", "DE")).hasMessageContaining("name");
            assertThatThrownBy(() -> with("A", "HRB 1", "DE")).hasMessageContaining("registrationId");
            assertThatThrownBy(() -> with("A", "NTRDE-1", "Germany")).hasMessageContaining("country");
            assertThatThrownBy(() -> new IssuerDetails(
                            "A",
                            "NTRDE-1",
                            "DE",
                            right.contact(),
                            List.of(),
                            List.of(),
                            StatusPolicy.STATUS_REQUIRED,
                            "x"))
                    .hasMessageContaining("issuance");
        }

        private IssuerDetails with(String name, String registrationId, String country) {
            return new IssuerDetails(
                    name,
                    registrationId,
                    country,
                    right.contact(),
                    right.issuance(),
                    right.revocation(),
                    right.statusPolicy(),
                    right.legalBasis());
        }
    }
}
