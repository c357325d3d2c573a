// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadttor.idp.authorization.RedeemCode;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.citizen.IdentifyCitizen;
import org.stadttor.idp.operations.Housekeeping;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.testing.TestDatabase;

/** Two nodes on one database: what must happen once happens once, and nothing readable is left behind. */
class SeveralNodesTest {

    private static TestDatabase database;
    private static List<TestIdp> nodes;
    private static TestRelyingParty portal;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        nodes = List.of(TestIdp.start(database), TestIdp.start(database));
        portal = TestRelyingParty.register(nodes.getFirst(), "portal");
    }

    @AfterAll
    static void stop() {
        nodes.forEach(TestIdp::close);
    }

    @Test
    void redeem_a_code_exactly_once_in_a_thousand_parallel_attempts() throws Exception {
        String code = new TestBrowser().login(nodes.getFirst(), portal, TestBrowser.person(""));
        List<Callable<Boolean>> attempts = IntStream.range(0, 1000)
                .mapToObj(i -> (Callable<Boolean>) () -> redeem(nodes.get(i % 2), code))
                .toList();
        assertThat(inParallel(attempts).stream().filter(success -> success)).hasSize(1);
    }

    @Test
    void create_one_account_for_parallel_first_logins() throws Exception {
        TestRelyingParty.register(
                nodes.getFirst(), "accounts", "account", "family_name", "given_name", "birthdate", "place_of_birth");
        List<Callable<String>> logins = IntStream.range(0, 50)
                .mapToObj(i -> (Callable<String>) () -> nodes.get(i % 2)
                        .bean(IdentifyCitizen.class)
                        .identify(TestBrowser.person("parallel"), new ClientId("accounts"))
                        .subject())
                .toList();
        assertThat(Set.copyOf(inParallel(logins))).hasSize(1);
    }

    @Test
    void share_their_signing_keys() {
        assertThat(nodes.get(0).bean(SigningKeys.class).published().toString())
                .isEqualTo(nodes.get(1).bean(SigningKeys.class).published().toString());
    }

    @Test
    void serve_alternating_steps_of_one_login() {
        TestBrowser browser = new TestBrowser();
        String requestUri = portal.pushed(nodes.get(0), portal.request());
        String handle = browser.handle(nodes.get(1), "portal", requestUri);
        assertThat(browser.handle(nodes.get(0), "portal", requestUri)).isEqualTo(handle);
        String code = TestRelyingParty.query(browser.succeed(nodes.get(0), portal, handle, TestBrowser.person(""))
                        .toString())
                .get("code");
        String token = TestRelyingParty.json(portal.redeem(nodes.get(1), code))
                .get("access_token")
                .stringValue();
        assertThat(TestRelyingParty.userInfo(nodes.get(0), token).statusCode()).isEqualTo(200);
    }

    @Test
    void leave_no_attribute_and_no_bearer_value_in_tables_and_logs() throws Exception {
        List<String> secrets = new ArrayList<>();
        String logs;
        TestIdp node = nodes.getFirst();
        try (RecordedLog log = RecordedLog.ofEverything()) {
            for (int i = 0; i < 20; i++) {
                String code = new TestBrowser().login(node, portal, TestBrowser.person("Qzx" + i));
                secrets.add(code);
                if (i % 2 == 0) {
                    String token = TestRelyingParty.json(portal.redeem(node, code))
                            .get("access_token")
                            .stringValue();
                    secrets.add(token.substring(token.lastIndexOf('.')));
                    assertThat(TestRelyingParty.userInfo(node, token).body()).contains("MusterQzx" + i);
                }
            }
            node.bean(Housekeeping.class).purge();
            logs = log.text();
        }
        assertThat(logs.length()).as("the log is at its finest level").isGreaterThan(50_000);
        assertThat(logs).contains("org.springframework.security");
        String dump = dump();
        assertThat(dump).contains("login_grant");
        for (String mark : marks()) {
            assertThat(logs.contains(mark)).as("log contains " + mark).isFalse();
            assertThat(dump.contains(mark)).as("table contains " + mark).isFalse();
        }
        secrets.forEach(secret -> assertThat(dump.contains(secret)).isFalse());
    }

    /** Base64 of a text depends on where it stands: the middle of each of the three alignments. */
    private static List<String> marks() {
        byte[] mark = "MusterQzx".getBytes(StandardCharsets.UTF_8);
        List<String> marks =
                new ArrayList<>(List.of("MusterQzx", "ErikaQzx", HexFormat.of().formatHex(mark)));
        for (String text : List.of("MusterQzx", "usterQzx", "sterQzx")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int whole = bytes.length - bytes.length % 3;
            marks.add(Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, whole)));
        }
        return marks;
    }

    private static boolean redeem(TestIdp node, String code) {
        try {
            node.bean(RedeemCode.class)
                    .redeem(new RedeemCode.Command(
                            new ClientId("portal"), code, TestRelyingParty.REDIRECT_URI, TestRelyingParty.VERIFIER));
            return true;
        } catch (org.stadttor.idp.authorization.InvalidGrantException e) {
            return false;
        }
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** Every row of every table of ours, bytes as hex and as characters. */
    private static String dump() throws Exception {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT table_schema || '.' || table_name FROM"
                    + " information_schema.tables WHERE table_schema IN ('idp', 'wallet', 'audit')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                dump.append(table).append('\n');
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        String row = rows.getString(1);
                        dump.append(row).append('\n').append(bytesOf(row)).append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    private static String bytesOf(String row) {
        return java.util.regex.Pattern.compile("\\\\\\\\x([0-9a-f]+)|\\\\x([0-9a-f]+)")
                .matcher(row)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
