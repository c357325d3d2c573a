// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The presentations of every node. Each change is one atomic statement that names the states it may start from, together
 * with its {@link PresentationEvent} in one transaction; {@code false} or empty means that somebody else was first.
 * Expired presentations do not exist for any method.
 */
public interface Presentations {

    void start(Presentation.Waiting presentation, ValueHash requestHandle, ValueHash responseHandle);

    /** The unanswered presentation with this current or just rotated handle; it counts as opened from now on. */
    Optional<Presentation.Unanswered> open(ValueHash requestHandle, Instant now);

    Optional<Presentation> findByResponseHandle(ValueHash responseHandle, Instant now);

    Optional<Presentation> findByResponseCode(ValueHash responseCode, Instant now);

    Optional<Presentation> find(PresentationId id, Instant now);

    /** A new handle for an unanswered presentation; the one before it stays valid until {@code overlapUntil}. */
    boolean rotate(PresentationId id, ValueHash requestHandle, Instant overlapUntil, Instant now);

    /** Takes a valid answer: the first one wins, and the request secrets are gone. */
    boolean answer(PresentationId id, Answer answer, Instant now);

    /** Ends the waiting without a person; the request secrets are gone. */
    boolean refuse(PresentationId id, Refusal refusal, Instant now);

    /** Takes the sealed claims and deletes the presentation. */
    Optional<SealedBytes> collect(Presentation.Answered presentation, Instant now);

    /** Deletes an ended presentation of which no claims are handed out, with this event. */
    boolean discard(Presentation presentation, PresentationEvent event, Instant now);

    /** Records something that changes no state. */
    void record(PresentationEvent event);

    /** Deletes up to {@code limit} presentations whose time is over; how many there were. */
    int expire(Instant now, int limit);

    /**
     * A valid answer.
     *
     * @param responseCode what the wallet's redirect will carry; null across devices
     * @param collectUntil how long the browser may take
     */
    record Answer(
            SealedBytes sealedClaims,
            String issuerAnchorSha256,
            long listSequence,
            @Nullable ValueHash responseCode,
            Instant collectUntil) {}

    /**
     * An end without a person.
     *
     * @param responseCode where the wallet will redirect nevertheless (same device, wallet error); else null
     * @param collectUntil how long the browser may take to learn of it
     */
    record Refusal(String reasonCode, @Nullable ValueHash responseCode, Instant collectUntil) {}
}
