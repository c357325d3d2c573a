// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.jdbc.JdbcBlastRadius;

class BlastRadiusTest {

    private static final TestKey MANY = TestKey.create("Many");
    private static final TestKey MORE = TestKey.create("More");
    private static final TestKey FEW = TestKey.create("Few");

    private TestService.Roles roles;
    private DriverManagerDataSource runtime;
    private JdbcTransactionManager transactions;
    private BlastRadius radius;

    @BeforeEach
    void connect() {
        roles = TestService.Roles.create();
        runtime = new DriverManagerDataSource(roles.database().url(), roles.runtimeRole(), "secret");
        transactions = new JdbcTransactionManager(runtime);
        radius = new JdbcBlastRadius(JdbcClient.create(runtime), transactions);
    }

    @Test
    void is_unknown_without_the_view() {
        assertThat(of(MANY)).isEqualTo(new IssuerUsage.Unknown());
    }

    @Test
    void is_unknown_without_the_right_to_read_it() {
        createView();
        assertThat(of(MANY)).isEqualTo(new IssuerUsage.Unknown());
        roles.execute("GRANT USAGE ON SCHEMA idp TO " + roles.runtimeRole());
        assertThat(of(MANY)).isEqualTo(new IssuerUsage.Unknown());
    }

    @Test
    void is_unknown_without_a_database() {
        runtime.setUrl("jdbc:postgresql://localhost:1/none");
        assertThat(of(MANY)).isEqualTo(new IssuerUsage.Unknown());
    }

    @Test
    void leaves_the_transaction_it_is_asked_in_as_it_was() {
        String answer = new TransactionTemplate(transactions).execute(status -> {
            assertThat(of(MANY)).isEqualTo(new IssuerUsage.Unknown());
            return JdbcClient.create(runtime)
                    .sql("SELECT 'still open'")
                    .query(String.class)
                    .single();
        });
        assertThat(answer).isEqualTo("still open");
    }

    @Test
    void counts_what_rested_on_the_certificates() {
        createView();
        roles.execute("GRANT USAGE ON SCHEMA idp TO " + roles.runtimeRole());
        roles.execute("GRANT SELECT ON idp.issuer_usage TO " + roles.runtimeRole());
        assertThat(of(MANY)).isEqualTo(counted(OptionalLong.of(12), OptionalLong.of(700)));
        assertThat(of(MANY, MORE, FEW)).isEqualTo(counted(OptionalLong.of(12), OptionalLong.of(720)));
        assertThat(of(FEW)).isEqualTo(counted(OptionalLong.empty(), OptionalLong.empty()));
        assertThat(radius.ofAnchors(Set.of("none"))).isEqualTo(counted(OptionalLong.empty(), OptionalLong.empty()));
        assertThat(of()).isEqualTo(counted(OptionalLong.empty(), OptionalLong.empty()));
    }

    private void createView() {
        roles.execute("CREATE SCHEMA idp");
        roles.execute("CREATE TABLE idp.counts (anchor_sha256 text, relying_parties bigint, logins bigint)");
        roles.execute("INSERT INTO idp.counts VALUES ('" + Fingerprint.of(MANY.certificate()) + "', 12, 700), ('"
                + Fingerprint.of(MORE.certificate()) + "', NULL, 20), ('" + Fingerprint.of(FEW.certificate())
                + "', NULL, NULL)");
        roles.execute("CREATE VIEW idp.issuer_usage AS SELECT * FROM idp.counts");
    }

    private IssuerUsage of(TestKey... keys) {
        return radius.of(Arrays.stream(keys).map(TestKey::certificate).toList());
    }

    private static IssuerUsage counted(OptionalLong relyingParties, OptionalLong logins) {
        return new IssuerUsage.Counted(relyingParties, logins);
    }
}
