// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.wallet.openid4vp.ClientIdentifier;
import org.stadttor.wallet.pid.PidAttribute;
import org.stadttor.wallet.presentation.Flow;
import org.stadttor.wallet.presentation.Presentation;
import org.stadttor.wallet.presentation.PresentationId;
import org.stadttor.wallet.presentation.PresentationRequest;
import org.stadttor.wallet.presentation.SealedBytes;
import org.stadttor.wallet.presentation.ValueHash;

/** Rows of {@code wallet.presentation} and back. */
final class PresentationRows {

    private PresentationRows() {}

    static int insert(
            JdbcClient jdbc, Presentation.Waiting presentation, ValueHash requestHandle, ValueHash responseHandle) {
        Presentation.Terms terms = presentation.terms();
        PresentationRequest request = terms.request();
        return jdbc.sql("""
                        INSERT INTO wallet.presentation (
                            id, state, flow, on_behalf_of, attributes, mandatory, client_id, browser_proof, claims_key,
                            request_handle_hash, response_handle_hash, request_secrets, started_at, expires_at)
                        VALUES (?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        terms.id().value(),
                        request.flow().name().toLowerCase(Locale.ROOT),
                        request.onBehalfOf(),
                        join(request.attributes()),
                        join(request.mandatory()),
                        terms.clientId().value(),
                        terms.browserProof().value(),
                        terms.claimsKey().bytes(),
                        requestHandle.value(),
                        responseHandle.value(),
                        presentation.requestSecrets().bytes(),
                        timestamp(terms.startedAt()),
                        timestamp(terms.expiresAt()))
                .update();
    }

    static Presentation read(ResultSet row, int number) throws SQLException {
        Presentation.Terms terms = terms(row);
        String state = row.getString("state");
        return switch (state) {
            case "waiting" -> new Presentation.Waiting(terms, SealedBytes.of(row.getBytes("request_secrets")));
            case "opened" -> new Presentation.Opened(terms, SealedBytes.of(row.getBytes("request_secrets")));
            case "answered" ->
                new Presentation.Answered(terms, row.getString("issuer_anchor_sha256"), row.getLong("list_sequence"));
            case "refused" -> new Presentation.Refused(terms, row.getString("reason_code"));
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }

    private static Presentation.Terms terms(ResultSet row) throws SQLException {
        return new Presentation.Terms(
                new PresentationId(row.getObject("id", UUID.class)),
                new PresentationRequest(
                        split(row.getString("attributes")),
                        split(row.getString("mandatory")),
                        Flow.valueOf(row.getString("flow").toUpperCase(Locale.ROOT)),
                        row.getString("on_behalf_of")),
                new ClientIdentifier(row.getString("client_id")),
                new ValueHash(row.getString("browser_proof")),
                SealedBytes.of(row.getBytes("claims_key")),
                instant(row, "started_at"),
                instant(row, "expires_at"));
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String join(Set<PidAttribute> attributes) {
        return attributes.stream().map(PidAttribute::claim).sorted().collect(Collectors.joining(" "));
    }

    private static Set<PidAttribute> split(String joined) {
        return Arrays.stream(joined.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> PidAttribute.of(name).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }
}
