// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.jdbc.JdbcAuditTrail;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.testing.TestDatabase;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.wallet.presentation.PresentationEvent;
import org.stadttor.wallet.presentation.PresentationEvents;
import org.stadttor.wallet.presentation.PresentationId;
import org.stadttor.wallet.statuslist.StatusListEvents;
import org.stadttor.wallet.trust.TrustListEvents;

class OperationsTest {

    @Test
    void believes_forwarded_headers_of_listed_proxies_only() {
        TestDatabase database = TestDatabase.create();
        try (TestIdp open = TestIdp.start(database)) {
            assertThat(strictTransportSecurity(open)).isFalse();
        }
        try (TestIdp proxied = TestIdp.start(database, "--stadttor.trusted-proxies=127.0.0.1,::1")) {
            assertThat(strictTransportSecurity(proxied)).isTrue();
        }
        try (TestIdp other = TestIdp.start(database, "--stadttor.trusted-proxies=10.1.2.3")) {
            assertThat(strictTransportSecurity(other)).isFalse();
        }
    }

    @Test
    void refuses_proxies_that_are_not_addresses() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/8")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counts_and_keeps_what_happens_to_lists() {
        TestDatabase database = TestDatabase.create();
        try (TestIdp idp = TestIdp.start(database)) {
            TrustListEvents trust = idp.bean(TrustListEvents.class);
            trust.refused("signature_invalid");
            trust.expired(Instant.EPOCH);
            StatusListEvents status = idp.bean(StatusListEvents.class);
            URI list = URI.create("https://status.example/lists/1");
            status.failed(list, "expired");
            status.failed(list, "expired");
            status.servedStale(list);

            MeterRegistry meters = idp.bean(MeterRegistry.class);
            assertThat(meters.counter("stadttor.trust.list", "event", "refused", "reason", "signature_invalid")
                            .count())
                    .isEqualTo(1);
            assertThat(meters.counter("stadttor.status.list", "event", "failed", "reason", "expired")
                            .count())
                    .isEqualTo(2);
            assertThat(new JdbcAuditTrail(idp.bean(JdbcTemplate.class)).after(0, 100))
                    .extracting(AuditEntry::type)
                    .containsOnlyOnce("trust-list.refused", "trust-list.expired", "status-list.failed");
        }
    }

    @Test
    void tells_how_long_the_trust_list_lasts() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        TrustListJournal journal =
                new TrustListJournal(new ListJournal(event -> {}, meters), Clock.fixed(now, ZoneOffset.UTC));
        assertThat(meters.get("stadttor.trust.list.seconds.left").gauge().value())
                .isNaN();
        journal.accepted(1, now.plusSeconds(90));
        assertThat(meters.get("stadttor.trust.list.seconds.left").gauge().value())
                .isEqualTo(90);
    }

    @Test
    void goes_on_when_the_audit_trail_cannot_be_written() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ListJournal journal = new ListJournal(
                event -> {
                    throw new IllegalStateException("no database");
                },
                meters);
        new TrustListJournal(journal, Clock.systemUTC()).refused("sequence_lower");
        assertThat(meters.counter("stadttor.trust.list", "event", "refused", "reason", "sequence_lower")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void is_healthy_with_a_trust_list_only() {
        ListOfTrustedEntities list =
                new ListOfTrustedEntities("urn:type", 1, "Operator", "DE", Instant.EPOCH, Instant.MAX, List.of());
        assertThat(new TrustListHealth(() -> list).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void runs_without_the_owner_where_another_node_has_migrated() {
        TestDatabase database = TestDatabase.create();
        String migrated = "SELECT count(*) FROM information_schema.tables WHERE table_schema IN ('idp', 'wallet')";
        try (TestIdp first = TestIdp.start(database);
                TestIdp second = TestIdp.start(database, "--stadttor.database.migrate=false")) {
            assertThat(second.bean(JdbcTemplate.class).queryForObject(migrated, Integer.class))
                    .isPositive();
            TestRelyingParty party = TestRelyingParty.register(first, "portal");
            assertThat(party.push(second, party.request()).statusCode()).isEqualTo(201);
        }
        assertThatThrownBy(() -> TestIdp.start(TestDatabase.create(), "--stadttor.database.migrate=false"))
                .hasStackTraceContaining("idp.");
    }

    @Test
    void explains_a_support_code() {
        try (TestIdp idp = TestIdp.start(TestDatabase.create())) {
            PresentationId id = new PresentationId(UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301"));
            idp.bean(PresentationEvents.class).happened(new PresentationEvent.Refused(id, "portal", "status_revoked"));
            assertThat(idp.bean(ExplainSupportCode.class).explain("7WJG-9R2F"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.reason()).isEqualTo("status_revoked"));
            assertThat(idp.bean(ExplainSupportCode.class).explain("7wjg9r2f")).hasSize(1);
            assertThat(idp.bean(ExplainSupportCode.class).explain("0000-0000")).isEmpty();
            assertThat(idp.bean(ExplainSupportCode.class).explain("%")).isEmpty();
        }
    }

    private static boolean strictTransportSecurity(TestIdp idp) {
        return TestRelyingParty.send(HttpRequest.newBuilder(idp.uri("/oauth2/jwks"))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-For", "192.0.2.1")
                        .build())
                .headers()
                .firstValue("Strict-Transport-Security")
                .isPresent();
    }
}
