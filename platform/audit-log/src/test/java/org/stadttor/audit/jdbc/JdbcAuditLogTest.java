// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.ChainState;
import org.stadttor.audit.ChainState.Broken;
import org.stadttor.audit.ChainState.Intact;
import org.stadttor.audit.VerifyAuditChain;
import org.stadttor.testing.TestDatabase;

class JdbcAuditLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00.123456789Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.create();
    private final String role = "audit_" + UUID.randomUUID().toString().replace("-", "");
    private final DriverManagerDataSource owner =
            new DriverManagerDataSource(database.url(), database.user(), database.password());
    private final DriverManagerDataSource runtime = new DriverManagerDataSource(database.url(), role, "secret");
    private final JdbcTemplate asOwner = new JdbcTemplate(owner);
    private final JdbcTemplate asRuntime = new JdbcTemplate(runtime);
    private final JdbcAuditLog log = new JdbcAuditLog(asRuntime, CLOCK);
    private final JdbcAuditTrail trail = new JdbcAuditTrail(asRuntime);

    @BeforeEach
    void migrate() {
        asOwner.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        AuditSchema.migrate(owner, role);
    }

    private ChainState verify() {
        return new VerifyAuditChain(trail).verify();
    }

    private void append(int number) {
        log.append(new AuditEvent("test.done", "system", "subject-" + number, Map.of("b", "ü", "a", "\"1\"")));
    }

    private void tamper(String sql) {
        asOwner.execute("ALTER TABLE audit.entry DISABLE TRIGGER USER");
        asOwner.execute(sql);
        asOwner.execute("ALTER TABLE audit.entry ENABLE TRIGGER USER");
    }

    @Test
    void stores_an_entry_with_sorted_details() {
        append(1);
        assertThat(trail.after(0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-22T12:00:00.123456Z"));
            assertThat(entry.details()).isEqualTo("{\"a\":\"\\\"1\\\"\",\"b\":\"ü\"}");
            assertThat(entry.previousHash()).isEqualTo(AuditEntry.NOTHING_BEFORE);
            assertThat(entry.hash()).isEqualTo(entry.computeHash());
        });
    }

    @Test
    void verifies_an_untouched_chain_over_several_pages() {
        assertThat(verify()).isEqualTo(new Intact(0, AuditEntry.NOTHING_BEFORE));
        new TransactionTemplate(new DataSourceTransactionManager(runtime)).executeWithoutResult(status -> {
            for (int i = 0; i < 1_500; i++) {
                append(i);
            }
        });
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Intact.class, i -> assertThat(i.lastSequence()).isEqualTo(1_500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.entry SET actor = 'other' WHERE seq = 2",
                "UPDATE audit.entry SET type = 'other' WHERE seq = 2",
                "UPDATE audit.entry SET subject = 'other' WHERE seq = 2",
                "UPDATE audit.entry SET details = '{}' WHERE seq = 2",
                "UPDATE audit.entry SET at = at + interval '1 microsecond' WHERE seq = 2",
                "UPDATE audit.entry SET type = type || 'x', actor = substr(actor, 2) WHERE seq = 2",
                "UPDATE audit.entry SET hash = sha256('x') WHERE seq = 2"
            })
    void finds_a_changed_entry(String tampering) {
        append(1);
        append(2);
        append(3);
        tamper(tampering);
        assertThat(verify()).isEqualTo(new Broken(2, ChainState.Reason.ENTRY_CHANGED));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2"})
    void finds_a_removed_entry(int removed, int reported) {
        append(1);
        append(2);
        append(3);
        tamper("DELETE FROM audit.entry WHERE seq = " + removed);
        assertThat(verify()).isEqualTo(new Broken(reported, ChainState.Reason.ENTRY_MISSING));
    }

    @Test
    void finds_a_renumbered_and_rehashed_entry_by_its_link() {
        append(1);
        append(2);
        append(3);
        AuditEntry second = trail.after(1, 1).getFirst();
        AuditEntry forged = new AuditEntry(
                2,
                second.at(),
                "forged",
                second.actor(),
                second.subject(),
                second.details(),
                second.previousHash(),
                second.hash());
        tamper("UPDATE audit.entry SET type = 'forged', hash = decode('" + forged.computeHash()
                + "', 'hex') WHERE seq = 2");
        assertThat(verify()).isEqualTo(new Broken(3, ChainState.Reason.LINK_CHANGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit.entry SET actor = 'x'", "DELETE FROM audit.entry", "TRUNCATE audit.entry"})
    void refuses_changes_by_the_owner_and_by_the_runtime_role(String sql) {
        append(1);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asOwner.execute(sql))
                .withStackTraceContaining("append-only");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asRuntime.execute(sql))
                .withStackTraceContaining("permission denied");
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void refuses_direct_inserts_by_the_runtime_role() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asRuntime.update(
                        "INSERT INTO audit.entry VALUES (1, now(), 'a', 'b', 'c', '{}', sha256(''), sha256(''))"))
                .withStackTraceContaining("permission denied");
    }

    @Test
    void is_rolled_back_with_the_callers_transaction() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(runtime));
        append(1);
        transaction.executeWithoutResult(status -> {
            append(2);
            status.setRollbackOnly();
        });
        append(3);
        assertThat(trail.after(0, 10)).extracting(AuditEntry::subject).containsExactly("subject-1", "subject-3");
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void keeps_one_chain_under_concurrent_appends() throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            tasks.add(() -> {
                append(number);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Intact.class, i -> assertThat(i.lastSequence()).isEqualTo(200));
    }

    @Test
    void migrates_from_several_processes_at_once() throws Exception {
        TestDatabase fresh = TestDatabase.create();
        Callable<Void> migration = () -> {
            AuditSchema.migrate(new DriverManagerDataSource(fresh.url(), fresh.user(), fresh.password()), role);
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(List.of(migration, migration, migration, migration))) {
                done.get();
            }
        }
        JdbcTemplate appender = new JdbcTemplate(new DriverManagerDataSource(fresh.url(), role, "secret"));
        new JdbcAuditLog(appender, CLOCK).append(new AuditEvent("a", "b", "c", Map.of()));
        assertThat(new JdbcAuditTrail(appender).after(0, 10)).hasSize(1);
    }
}
