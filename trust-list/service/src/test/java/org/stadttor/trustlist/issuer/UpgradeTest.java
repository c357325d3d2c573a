// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.testing.TestDatabase;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.Proposal.Decision;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import org.stadttor.trustlist.issuer.jdbc.JdbcEntityHistory;
import org.stadttor.trustlist.issuer.jdbc.JdbcProposals;
import org.stadttor.trustlist.issuer.jdbc.JdbcTrustedIssuers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was stored before there were purposes, proposals and versions is still there, and means the same. */
class UpgradeTest {

    private final TestService.Roles roles = TestService.Roles.create();
    private final DriverManagerDataSource owner = owner(roles.database());
    private final JdbcTemplate jdbc = new JdbcTemplate(owner);
    private final JdbcClient client = JdbcClient.create(owner);

    private static DriverManagerDataSource owner(TestDatabase database) {
        return new DriverManagerDataSource(database.url(), database.user(), database.password());
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(owner)
                .defaultSchema("trust")
                .schemas("trust")
                .locations("classpath:db/trust")
                .placeholders(Map.of("runtimeRole", roles.runtimeRole()));
    }

    private void insert(String name) {
        ObjectNode details = (ObjectNode) new JsonMapper()
                .readTree(DetailsDocument.write(TestKey.create(name).issuer(name)));
        details.remove("purpose");
        details.remove("credentials");
        jdbc.update(
                "INSERT INTO trust.issuer (id, state, details, proposed_by, proposed_at, changed_by, changed_at, reason)"
                        + " VALUES (gen_random_uuid(), 'proposed', ?, 'anna', now(), 'anna', now(), 'new')",
                details.toString());
    }

    private void update(String name, String assignments) {
        jdbc.update(
                "UPDATE trust.issuer SET " + assignments + ", changed_at = now() WHERE details::jsonb ->> 'name' = ?",
                name);
    }

    private TrustedIssuer issuer(String name) {
        return new JdbcTrustedIssuers(client)
                .all().stream()
                        .filter(i -> i.details().name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void entities_proposals_and_lists_survive_the_upgrade() {
        flyway().target("2").repeatableSqlMigrationPrefix("LATER").load().migrate();
        for (String name : new String[] {"Proposed", "Approved", "Suspended", "Withdrawn", "TurnedDown", "TakenBack"}) {
            insert(name);
        }
        String approved = "state = 'approved', approved_by = 'bernd', approved_at = now(), changed_by = 'bernd'";
        update("Approved", approved);
        update("Suspended", approved);
        update("Withdrawn", approved);
        update("Suspended", "state = 'suspended', changed_by = 'carla', reason = 'incident'");
        update("Withdrawn", "state = 'withdrawn', changed_by = 'carla', reason = 'ended'");
        update("TurnedDown", "state = 'withdrawn', changed_by = 'bernd', reason = 'no'");
        update("TakenBack", "state = 'withdrawn', changed_by = 'anna', reason = 'oh'");
        jdbc.update("INSERT INTO trust.publication VALUES (7, now(), now() + interval '1 day', 'hash', 'jws')");

        flyway().load().migrate();

        assertThat(issuer("Approved")).isInstanceOfSatisfying(Approved.class, a -> {
            assertThat(a.purpose()).isEqualTo(ListPurpose.PID);
            assertThat(a.proposedBy()).isEqualTo(new StaffId("anna"));
            assertThat(a.approvedBy()).isEqualTo(new StaffId("bernd"));
        });
        assertThat(issuer("Suspended")).isInstanceOfSatisfying(Suspended.class, s -> {
            assertThat(s.suspendedBy()).isEqualTo(new StaffId("carla"));
            // Two people bring it back, as it was promised then.
            assertThat(s.returnsAt()).isEmpty();
        });
        assertThat(issuer("Withdrawn")).isInstanceOf(Withdrawn.class);
        assertThat(new JdbcTrustedIssuers(client).all()).hasSize(3);
        JdbcProposals proposals = new JdbcProposals(client);
        assertThat(proposals.pending()).singleElement().satisfies(p -> {
            assertThat(p.details().name()).isEqualTo("Proposed");
            assertThat(jdbc.queryForObject("SELECT sha256 FROM trust.proposal WHERE state = 'pending'", String.class))
                    .isEqualTo(p.hash());
        });
        assertThat(proposals.decided(0, 10))
                .filteredOn(p -> p.decision() instanceof Decision.Rejected)
                .singleElement()
                .satisfies(p -> assertThat(p.details().name()).isEqualTo("TurnedDown"));
        assertThat(proposals.decided(0, 10))
                .filteredOn(p -> p.decision() instanceof Decision.Withdrawn)
                .singleElement()
                .satisfies(p -> assertThat(p.details().name()).isEqualTo("TakenBack"));
        assertThat(new JdbcEntityHistory(client).versions(issuer("Suspended").id()))
                .singleElement()
                .satisfies(v -> assertThat(v.change().reason()).isEqualTo("incident"));
        assertThat(jdbc.queryForObject(
                        "SELECT purpose || '/' || sequence || '/' || jws FROM trust.publication", String.class))
                .isEqualTo("pid/7/jws");
    }
}
