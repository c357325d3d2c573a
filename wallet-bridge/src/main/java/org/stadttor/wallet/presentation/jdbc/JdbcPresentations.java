// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.wallet.presentation.Presentation;
import org.stadttor.wallet.presentation.PresentationEvent;
import org.stadttor.wallet.presentation.PresentationEvents;
import org.stadttor.wallet.presentation.PresentationId;
import org.stadttor.wallet.presentation.Presentations;
import org.stadttor.wallet.presentation.SealedBytes;
import org.stadttor.wallet.presentation.ValueHash;

/** Presentations in the table {@code wallet.presentation}: one statement per transition. */
public final class JdbcPresentations implements Presentations {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final PresentationEvents events;

    public JdbcPresentations(JdbcClient jdbc, TransactionOperations transactions, PresentationEvents events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public void start(Presentation.Waiting presentation, ValueHash requestHandle, ValueHash responseHandle) {
        Presentation.Terms terms = presentation.terms();
        PresentationEvent started = new PresentationEvent.Started(
                terms.id(), terms.request().onBehalfOf(), terms.request().flow());
        together(started, () -> PresentationRows.insert(jdbc, presentation, requestHandle, responseHandle) == 1);
    }

    @Override
    public Optional<Presentation.Unanswered> open(ValueHash requestHandle, Instant now) {
        return jdbc.sql("""
                        UPDATE wallet.presentation SET state = 'opened'
                        WHERE (request_handle_hash = :handle
                               OR (previous_handle_hash = :handle AND previous_handle_until > :now))
                          AND state IN ('waiting', 'opened') AND expires_at > :now
                        RETURNING *""")
                .param("handle", requestHandle.value())
                .param("now", PresentationRows.timestamp(now))
                .query(PresentationRows::read)
                .optional()
                .map(Presentation.Unanswered.class::cast);
    }

    @Override
    public Optional<Presentation> findByResponseHandle(ValueHash responseHandle, Instant now) {
        return find("response_handle_hash", responseHandle.value(), now);
    }

    @Override
    public Optional<Presentation> findByResponseCode(ValueHash responseCode, Instant now) {
        return find("response_code_hash", responseCode.value(), now);
    }

    @Override
    public Optional<Presentation> find(PresentationId id, Instant now) {
        return find("id", id.value(), now);
    }

    private Optional<Presentation> find(String column, Object value, Instant now) {
        return jdbc.sql("SELECT * FROM wallet.presentation WHERE " + column + " = ? AND expires_at > ?")
                .params(value, PresentationRows.timestamp(now))
                .query(PresentationRows::read)
                .optional();
    }

    @Override
    public boolean rotate(PresentationId id, ValueHash requestHandle, Instant overlapUntil, Instant now) {
        return jdbc.sql("""
                        UPDATE wallet.presentation
                        SET previous_handle_hash = request_handle_hash, previous_handle_until = :overlap,
                            request_handle_hash = :handle
                        WHERE id = :id AND state IN ('waiting', 'opened') AND expires_at > :now""")
                        .param("overlap", PresentationRows.timestamp(overlapUntil))
                        .param("handle", requestHandle.value())
                        .param("id", id.value())
                        .param("now", PresentationRows.timestamp(now))
                        .update()
                == 1;
    }

    @Override
    public boolean answer(PresentationId id, Answer answer, Instant now) {
        PresentationEvent verified =
                new PresentationEvent.Verified(id, answer.issuerAnchorSha256(), answer.listSequence());
        return together(
                verified,
                () -> jdbc.sql("""
                        UPDATE wallet.presentation
                        SET state = 'answered', request_secrets = NULL, sealed_claims = :claims,
                            issuer_anchor_sha256 = :anchor, list_sequence = :sequence, response_code_hash = :code,
                            expires_at = :until
                        WHERE id = :id AND state IN ('waiting', 'opened') AND expires_at > :now""")
                                .param("claims", answer.sealedClaims().bytes())
                                .param("anchor", answer.issuerAnchorSha256())
                                .param("sequence", answer.listSequence())
                                .param("code", value(answer.responseCode()))
                                .param("until", PresentationRows.timestamp(answer.collectUntil()))
                                .param("id", id.value())
                                .param("now", PresentationRows.timestamp(now))
                                .update()
                        == 1);
    }

    @Override
    public boolean refuse(PresentationId id, Refusal refusal, Instant now) {
        return together(
                new PresentationEvent.Refused(id, refusal.reasonCode()),
                () -> jdbc.sql("""
                        UPDATE wallet.presentation
                        SET state = 'refused', request_secrets = NULL, reason_code = :reason,
                            response_code_hash = :code, expires_at = :until
                        WHERE id = :id AND state IN ('waiting', 'opened') AND expires_at > :now""")
                                .param("reason", refusal.reasonCode())
                                .param("code", value(refusal.responseCode()))
                                .param("until", PresentationRows.timestamp(refusal.collectUntil()))
                                .param("id", id.value())
                                .param("now", PresentationRows.timestamp(now))
                                .update()
                        == 1);
    }

    @Override
    public Optional<SealedBytes> collect(Presentation.Answered presentation, Instant now) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<SealedBytes> sealed = jdbc.sql("""
                            DELETE FROM wallet.presentation
                            WHERE id = ? AND state = 'answered' AND expires_at > ?
                            RETURNING sealed_claims""")
                    .params(presentation.id().value(), PresentationRows.timestamp(now))
                    .query((row, number) -> SealedBytes.of(row.getBytes(1)))
                    .optional();
            sealed.ifPresent(taken -> events.happened(new PresentationEvent.Collected(presentation.id())));
            return sealed;
        }));
    }

    @Override
    public boolean discard(Presentation presentation, PresentationEvent event, Instant now) {
        return together(
                event,
                () -> jdbc.sql("""
                        DELETE FROM wallet.presentation
                        WHERE id = ? AND state IN ('answered', 'refused') AND expires_at > ?""")
                                .params(presentation.id().value(), PresentationRows.timestamp(now))
                                .update()
                        == 1);
    }

    @Override
    public void record(PresentationEvent event) {
        together(event, () -> true);
    }

    @Override
    public int expire(Instant now, int limit) {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<PresentationId> expired = jdbc.sql("""
                            DELETE FROM wallet.presentation WHERE id IN (
                                SELECT id FROM wallet.presentation WHERE expires_at <= ?
                                ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
                            RETURNING id""")
                    .params(PresentationRows.timestamp(now), limit)
                    .query((row, number) -> new PresentationId(row.getObject(1, UUID.class)))
                    .list();
            expired.forEach(id -> events.happened(new PresentationEvent.Expired(id)));
            return expired.size();
        }));
    }

    /** The change and its event in one transaction; no event without the change. */
    private boolean together(PresentationEvent event, BooleanSupplier change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                events.happened(event);
            }
            return changed;
        }));
    }

    private static @Nullable String value(@Nullable ValueHash hash) {
        return hash == null ? null : hash.value();
    }
}
