// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.idp.TestBrowser;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestIssuers;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.authorization.AuthorizationRequests;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.LoginEvent;
import org.stadttor.idp.authorization.LoginEvents;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.PresentationEvent;
import org.stadttor.wallet.presentation.PresentationEvents;
import org.stadttor.wallet.presentation.PresentationId;

/** What is counted when, and who may read it. */
class LoginTallyTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static TestDatabase database;
    private static String trustRole;
    private static TestIdp idp;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.create();
        trustRole = "trust_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE ROLE " + trustRole + " LOGIN PASSWORD 'secret'");
        // Whatever it had before is taken back.
        execute("CREATE SCHEMA idp");
        execute("ALTER DEFAULT PRIVILEGES IN SCHEMA idp GRANT ALL ON TABLES TO " + trustRole);
        idp = TestIdp.start(database, "--stadttor.database.trust-list-role=" + trustRole);
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void counts_a_login_from_its_start_to_its_code() {
        TestRelyingParty party = TestRelyingParty.register(idp, "whole");
        TestBrowser browser = new TestBrowser();
        String requestUri = party.pushed(idp, party.request());
        String handle = browser.handle(idp, "whole", requestUri);
        assertThat(browser.handle(idp, "whole", requestUri)).isEqualTo(handle);
        String code = TestRelyingParty.query(browser.succeed(idp, party, handle, TestBrowser.person(""))
                        .toString())
                .get("code");
        assertThat(counts("whole")).containsOnly(entry("started", 1L));
        assertThat(party.redeem(idp, code).statusCode()).isEqualTo(200);
        assertThat(party.redeem(idp, code).statusCode()).isEqualTo(400);
        assertThat(counts("whole"))
                .containsOnly(
                        entry("started", 1L),
                        entry("completed", 1L),
                        entry("duration 0", 1L),
                        entry("issuer " + TestIssuers.ANCHOR, 1L));
    }

    @Test
    void counts_what_does_not_come_to_a_code() {
        TestRelyingParty party = TestRelyingParty.register(idp, "broken-off");
        TestBrowser browser = new TestBrowser();
        String handle = browser.handle(idp, "broken-off", party.pushed(idp, party.request()));
        idp.bean(CompleteAuthorization.class).fail(handle, browser.binding(), "access_denied");
        new TestBrowser().handle(idp, "broken-off", party.pushed(idp, party.request()));
        // Pushed and never opened: nobody began to log in.
        party.pushed(idp, party.request());
        idp.bean(AuthorizationRequests.class).purge(Instant.now().plus(Duration.ofHours(1)));
        assertThat(counts("broken-off"))
                .containsOnly(entry("started", 2L), entry("ended access_denied", 1L), entry("expired", 1L));
    }

    @Test
    void does_not_count_a_request_without_a_page() {
        TestRelyingParty party = TestRelyingParty.register(idp, "silent");
        Map<String, String> request = party.request();
        request.put("prompt", "none");
        new TestBrowser().open(idp, "silent", party.pushed(idp, request));
        assertThat(counts("silent")).isEmpty();
    }

    @Test
    void counts_what_wallets_do() {
        PresentationId id = new PresentationId(UUID.randomUUID());
        PresentationEvents events = idp.bean(PresentationEvents.class);
        events.happened(new PresentationEvent.Opened(id, "wallets"));
        events.happened(new PresentationEvent.Verified(id, "wallets", "00", 1));
        events.happened(new PresentationEvent.Distrusted(id, "wallets", "issuer_untrusted"));
        events.happened(new PresentationEvent.Refused(id, "wallets", "status_revoked"));
        events.happened(new PresentationEvent.Expired(id, "wallets"));
        assertThat(counts("wallets"))
                .containsOnly(
                        entry("wallet_opened", 1L),
                        entry("verified", 1L),
                        entry("distrusted issuer", 1L),
                        entry("refused revoked", 1L));
    }

    @Test
    void does_not_count_what_is_rolled_back() {
        LoginEvent started = new LoginEvent.Started(new ClientId("undone"));
        TransactionOperations transactions = idp.bean(TransactionOperations.class);
        transactions.executeWithoutResult(status -> {
            idp.bean(LoginEvents.class).happened(started);
            status.setRollbackOnly();
        });
        assertThat(counts("undone")).isEmpty();
        transactions.executeWithoutResult(status -> idp.bean(LoginEvents.class).happened(started));
        assertThat(counts("undone")).containsOnly(entry("started", 1L));
    }

    @Test
    void keeps_the_counts_while_the_database_cannot_be_written() {
        SortedMap<Counted, Long> written = new TreeMap<>();
        boolean[] broken = {true};
        LoginTally tally = new LoginTally(
                new LoginCounts() {
                    @Override
                    public void add(SortedMap<Counted, Long> counts) {
                        if (broken[0]) {
                            throw new DataAccessResourceFailureException("down");
                        }
                        counts.forEach((counted, count) -> written.merge(counted, count, Long::sum));
                    }

                    @Override
                    public Map<Counted, Long> of(String client, LocalDate from, LocalDate to) {
                        return Map.of();
                    }

                    @Override
                    public int purge(LocalDate before) {
                        return 0;
                    }
                },
                Clock.systemUTC());
        tally.happened(new LoginEvent.Started(new ClientId("portal")));
        tally.write();
        tally.happened(new LoginEvent.Started(new ClientId("portal")));
        broken[0] = false;
        tally.write();
        tally.write();
        assertThat(written.values()).containsExactly(2L);
    }

    @Test
    void writes_what_is_left_when_a_node_stops() {
        try (TestIdp node = TestIdp.start(database, "--stadttor.database.migrate=false")) {
            node.bean(LoginEvents.class).happened(new LoginEvent.Started(new ClientId("last-words")));
        }
        assertThat(counts("last-words")).containsOnly(entry("started", 1L));
    }

    @Test
    void forgets_after_thirteen_months() {
        LoginCounts counts = idp.bean(LoginCounts.class);
        counts.add(new TreeMap<>(Map.of(new Counted(TODAY.minusMonths(14), "old", LoginStep.STARTED, ""), 1L)));
        counts.add(new TreeMap<>(Map.of(new Counted(TODAY.minusMonths(13), "old", LoginStep.STARTED, ""), 1L)));
        counts.purge(TODAY.minusMonths(13));
        assertThat(counts.of("old", TODAY.minusYears(2), TODAY)).hasSize(1);
    }

    @Test
    void tells_the_other_process_how_much_rests_on_an_issuer_and_nothing_else() throws SQLException {
        SortedMap<Counted, Long> logins = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            logins.put(new Counted(TODAY.minusDays(i), "p" + i, LoginStep.ISSUER, "large"), 100L);
        }
        logins.put(new Counted(TODAY.minusDays(30), "long-ago", LoginStep.ISSUER, "large"), 100L);
        logins.put(new Counted(TODAY, "p1", LoginStep.ISSUER, "one-party"), 10L);
        logins.put(new Counted(TODAY, "p1", LoginStep.ISSUER, "small"), 9L);
        idp.bean(LoginCounts.class).add(logins);
        assertThat(usage("large")).isEqualTo("12 1200");
        assertThat(usage("one-party")).isEqualTo("null 10");
        assertThat(usage("small")).isEqualTo("null null");
        assertThat(usage("unknown")).isEmpty();
    }

    @Test
    void gives_the_other_process_no_other_table() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_schema || '.' || table_name FROM"
                        + " information_schema.tables WHERE table_schema IN ('idp', 'wallet', 'audit')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).contains("idp.issuer_usage", "idp.login_count", "idp.account", "wallet.presentation");
        tables.remove("idp.issuer_usage");
        for (String table : tables) {
            for (String sql : List.of("SELECT 1 FROM " + table, "DELETE FROM " + table)) {
                assertDenied(sql);
            }
        }
        assertDenied("CREATE TABLE idp.more (x int)");
    }

    @Test
    void refuses_a_role_of_this_process_as_that_of_the_other() {
        assertThatThrownBy(() -> TestIdp.start(database, "--stadttor.database.trust-list-role=" + database.user()))
                .hasStackTraceContaining("stadttor.database.trust-list-role must not be a role of this process");
    }

    private static void assertDenied(String sql) throws SQLException {
        try (Connection connection = asTrust();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).as(sql).isEqualTo("42501"));
        }
    }

    private static String usage(String anchor) throws SQLException {
        try (Connection connection = asTrust();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT relying_parties, logins FROM idp.issuer_usage"
                        + " WHERE anchor_sha256 = '" + anchor + "'")) {
            return row.next() ? row.getObject(1) + " " + row.getObject(2) : "";
        }
    }

    private static Connection asTrust() throws SQLException {
        return DriverManager.getConnection(database.url(), trustRole, "secret");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** By step and detail, after everything was written. */
    private static Map<String, Long> counts(String client) {
        idp.bean(LoginTally.class).write();
        return idp.bean(LoginCounts.class).of(client, TODAY.minusDays(1), TODAY.plusDays(1)).entrySet().stream()
                .collect(Collectors.toMap(
                        count -> (count.getKey().step().code() + " "
                                        + count.getKey().detail())
                                .strip(),
                        Map.Entry::getValue));
    }
}
