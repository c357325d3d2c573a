// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Instant;
import java.util.Optional;

/**
 * Presentations for relying parties that may ask at this moment: those of others do not exist for anybody, until they
 * expire.
 */
public final class StandingPresentations implements Presentations {

    private final Presentations all;
    private final RequestingParties parties;

    public StandingPresentations(Presentations all, RequestingParties parties) {
        this.all = all;
        this.parties = parties;
    }

    @Override
    public void start(Presentation.Waiting presentation, ValueHash requestHandle, ValueHash responseHandle) {
        if (!stands(presentation)) {
            throw new IllegalStateException("the relying party may not ask");
        }
        all.start(presentation, requestHandle, responseHandle);
    }

    @Override
    public Optional<Presentation.Unanswered> open(ValueHash requestHandle, Instant now) {
        return all.open(requestHandle, now).filter(this::stands);
    }

    @Override
    public Optional<Presentation> findByResponseHandle(ValueHash responseHandle, Instant now) {
        return all.findByResponseHandle(responseHandle, now).filter(this::stands);
    }

    @Override
    public Optional<Presentation> findByResponseCode(ValueHash responseCode, Instant now) {
        return all.findByResponseCode(responseCode, now).filter(this::stands);
    }

    @Override
    public Optional<Presentation> find(PresentationId id, Instant now) {
        return all.find(id, now).filter(this::stands);
    }

    @Override
    public boolean rotate(PresentationId id, ValueHash requestHandle, Instant overlapUntil, Instant now) {
        return all.rotate(id, requestHandle, overlapUntil, now);
    }

    @Override
    public boolean answer(PresentationId id, Answer answer, Instant now) {
        return all.answer(id, answer, now);
    }

    @Override
    public boolean refuse(PresentationId id, Refusal refusal, Instant now) {
        return all.refuse(id, refusal, now);
    }

    @Override
    public Optional<SealedBytes> collect(Presentation.Answered presentation, Instant now) {
        return all.collect(presentation, now);
    }

    @Override
    public boolean discard(Presentation presentation, PresentationEvent event, Instant now) {
        return all.discard(presentation, event, now);
    }

    @Override
    public void record(PresentationEvent event) {
        all.record(event);
    }

    @Override
    public int expire(Instant now, int limit) {
        return all.expire(now, limit);
    }

    private boolean stands(Presentation presentation) {
        return parties.mayAsk(presentation.terms().request().onBehalfOf());
    }
}
