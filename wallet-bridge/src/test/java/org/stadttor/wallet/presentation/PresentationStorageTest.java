// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.testing.BridgeNode;
import org.stadttor.wallet.presentation.testing.Logins;
import org.stadttor.wallet.presentation.testing.ProtocolWallet;
import org.stadttor.wallet.presentation.testing.TestWorld;

/** What the database knows, and what survives a restart. */
class PresentationStorageTest {

    private static final ProtocolWallet WALLET = new ProtocolWallet();

    private final TestDatabase database = TestDatabase.create();
    private final TestWorld world = TestWorld.create();

    private String row() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT to_jsonb(p)::text FROM wallet.presentation p")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Test
    void every_step_may_be_served_by_a_node_that_has_just_started() {
        Logins login;
        ProtocolWallet.Request request;
        String code;
        try (BridgeNode first = BridgeNode.start(database, world)) {
            login = Logins.start(first, Flow.SAME_DEVICE);
        }
        try (BridgeNode second = BridgeNode.start(database, world)) {
            request = WALLET.fetch(second.here(login.started().requestUri()));
        }
        try (BridgeNode third = BridgeNode.start(database, world)) {
            code = Logins.responseCode(WALLET.present(third, request));
        }
        try (BridgeNode fourth = BridgeNode.start(database, world)) {
            assertThat(fourth.bean(CollectResult.class).collectByResponseCode(code, login.browser()))
                    .isInstanceOf(PresentationOutcome.Identified.class);
        }
    }

    @Test
    void no_secret_and_no_attribute_is_readable() throws Exception {
        try (BridgeNode node = BridgeNode.start(database, world)) {
            Logins login = Logins.start(node, Flow.SAME_DEVICE);
            ProtocolWallet.Request request = login.fetch(WALLET);
            assertAbsent(row(), secrets(login, request));
            String code = Logins.responseCode(WALLET.present(node, request));
            String answered = row();
            assertThat(answered).contains("\"state\": \"answered\"").contains("\"request_secrets\": null");
            assertAbsent(answered, secrets(login, request));
            assertAbsent(answered, List.of(code, "Mustermann", "Erika"));
            login.collect(code);
            assertThat(row()).isEmpty();
        }
    }

    private static List<String> secrets(Logins login, ProtocolWallet.Request request) {
        return List.of(
                last(login.started().requestUri().toString()),
                last(request.text("response_uri")),
                request.text("nonce"),
                request.text("state"),
                login.browser().cookieValue());
    }

    private static String last(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private static void assertAbsent(String row, List<String> values) {
        for (String value : values) {
            assertThat(row)
                    .doesNotContain(value)
                    .doesNotContain(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)))
                    .doesNotContain(Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            if (value.length() == 43) {
                assertThat(row)
                        .doesNotContain(
                                HexFormat.of().formatHex(Base64.getUrlDecoder().decode(value)));
            }
        }
    }

    @Test
    void another_data_key_opens_nothing() throws Exception {
        ProtocolWallet.Request request;
        try (BridgeNode node = BridgeNode.start(database, world)) {
            request = Logins.start(node, Flow.CROSS_DEVICE).fetch(WALLET);
        }
        byte[] other = new byte[32];
        try (BridgeNode node = BridgeNode.start(
                database,
                world,
                "--stadttor.wallet.data-key=" + Base64.getEncoder().encodeToString(other))) {
            assertThat(WALLET.present(node, request).statusCode()).isEqualTo(500);
            assertThat(row()).contains("\"state\": \"opened\"");
        }
    }

    @Test
    void renewed_access_certificate_ends_only_what_nobody_has_fetched() {
        Logins fetched;
        Logins waiting;
        ProtocolWallet.Request request;
        try (BridgeNode before = BridgeNode.start(database, world)) {
            fetched = Logins.start(before, Flow.CROSS_DEVICE);
            waiting = Logins.start(before, Flow.CROSS_DEVICE);
            request = fetched.fetch(WALLET);
        }
        try (BridgeNode after = BridgeNode.start(database, world.withNewAccessCertificate())) {
            assertThat(WALLET.get(after.here(waiting.started().requestUri())).statusCode())
                    .isEqualTo(404);
            assertThat(WALLET.present(after, request).statusCode()).isEqualTo(200);
            assertThat(after.bean(CollectResult.class)
                            .collectByPolling(fetched.started().id(), fetched.browser()))
                    .isInstanceOf(PresentationOutcome.Identified.class);
            assertThat(Logins.start(after, Flow.CROSS_DEVICE).started().clientId())
                    .isNotEqualTo(fetched.started().clientId());
        }
    }

    @Test
    void runtime_role_can_work_and_nothing_more() throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS wallet_runtime_test");
            statement.execute("CREATE ROLE wallet_runtime_test LOGIN PASSWORD 'test'");
        }
        try (BridgeNode node = BridgeNode.start(
                database,
                world,
                "--stadttor.wallet.runtime-role=wallet_runtime_test",
                "--spring.datasource.username=wallet_runtime_test",
                "--spring.datasource.password=test")) {
            Logins login = Logins.start(node, Flow.SAME_DEVICE);
            assertThat(login.collect(Logins.responseCode(WALLET.present(node, login.fetch(WALLET)))))
                    .isInstanceOf(PresentationOutcome.Identified.class);
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rights = statement.executeQuery(
                        "SELECT has_schema_privilege('wallet_runtime_test', 'wallet', 'CREATE'),"
                                + " has_table_privilege('wallet_runtime_test', 'wallet.flyway_schema_history', 'INSERT')")) {
            rights.next();
            assertThat(rights.getBoolean(1)).isFalse();
            assertThat(rights.getBoolean(2)).isFalse();
        }
    }
}
