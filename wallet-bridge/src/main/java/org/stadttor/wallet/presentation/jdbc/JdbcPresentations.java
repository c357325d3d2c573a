// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
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
        Optional<Presentation> first = together(
                () -> opening(PresentationStatements.FIRST_OPENING, requestHandle, now),
                opened -> new PresentationEvent.Opened(
                        opened.id(), opened.terms().request().onBehalfOf()));
        return first.or(() -> opening(PresentationStatements.LATER_OPENING, requestHandle, now))
                .map(Presentation.Unanswered.class::cast);
    }

    private Optional<Presentation> opening(String sql, ValueHash requestHandle, Instant now) {
        return jdbc.sql(sql)
                .param("handle", requestHandle.value())
                .param("now", PresentationRows.timestamp(now))
                .query(PresentationRows::read)
                .optional();
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
        return together(
                        () -> jdbc.sql(PresentationStatements.ANSWER)
                                .param("claims", answer.sealedClaims().bytes())
                                .param("anchor", answer.issuerAnchorSha256())
                                .param("sequence", answer.listSequence())
                                .param("code", value(answer.responseCode()))
                                .param("until", PresentationRows.timestamp(answer.collectUntil()))
                                .param("id", id.value())
                                .param("now", PresentationRows.timestamp(now))
                                .query(String.class)
                                .optional(),
                        party -> new PresentationEvent.Verified(
                                id, party, answer.issuerAnchorSha256(), answer.listSequence()))
                .isPresent();
    }

    @Override
    public boolean refuse(PresentationId id, Refusal refusal, Instant now) {
        return together(
                        () -> jdbc.sql(PresentationStatements.REFUSE)
                                .param("reason", refusal.reasonCode())
                                .param("code", value(refusal.responseCode()))
                                .param("until", PresentationRows.timestamp(refusal.collectUntil()))
                                .param("id", id.value())
                                .param("now", PresentationRows.timestamp(now))
                                .query(String.class)
                                .optional(),
                        party -> new PresentationEvent.Refused(id, party, refusal.reasonCode()))
                .isPresent();
    }

    @Override
    public Optional<SealedBytes> collect(Presentation.Answered presentation, Instant now) {
        return together(
                () -> jdbc.sql("""
                            DELETE FROM wallet.presentation
                            WHERE id = ? AND state = 'answered' AND expires_at > ?
                            RETURNING sealed_claims""")
                        .params(presentation.id().value(), PresentationRows.timestamp(now))
                        .query((row, number) -> SealedBytes.of(row.getBytes(1)))
                        .optional(),
                taken -> new PresentationEvent.Collected(presentation.id()));
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
            List<PresentationEvent> expired = jdbc.sql("""
                            DELETE FROM wallet.presentation WHERE id IN (
                                SELECT id FROM wallet.presentation WHERE expires_at <= ?
                                ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
                            RETURNING id, on_behalf_of""")
                    .params(PresentationRows.timestamp(now), limit)
                    .query((row, number) -> (PresentationEvent) new PresentationEvent.Expired(
                            new PresentationId(row.getObject(1, UUID.class)), row.getString(2)))
                    .list();
            expired.forEach(events::happened);
            return expired.size();
        }));
    }

    private boolean together(PresentationEvent event, BooleanSupplier change) {
        return together(() -> change.getAsBoolean() ? Optional.of(event) : Optional.empty(), same -> event)
                .isPresent();
    }

    /** The change and its event in one transaction; no event without the change. */
    private <T> Optional<T> together(Supplier<Optional<T>> change, Function<T, PresentationEvent> event) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<T> changed = change.get();
            changed.map(event).ifPresent(events::happened);
            return changed;
        }));
    }

    private static @Nullable String value(@Nullable ValueHash hash) {
        return hash == null ? null : hash.value();
    }
}
