// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Rotates request handles. */
public final class RequestHandleRotation implements RotateRequestHandle {

    private final Presentations presentations;
    private final PresentationSettings settings;
    private final Clock clock;

    public RequestHandleRotation(Presentations presentations, PresentationSettings settings, Clock clock) {
        this.presentations = presentations;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<StartedPresentation> rotate(PresentationId id, BrowserBinding browser) {
        Instant now = clock.instant();
        Optional<Presentation> found = presentations.find(id, now);
        if (found.isEmpty()
                || !(found.get() instanceof Presentation.Unanswered unanswered)
                || !unanswered.terms().startedBy(browser)) {
            return Optional.empty();
        }
        BearerValue handle = BearerValue.create();
        if (!presentations.rotate(id, handle.hash(), now.plus(settings.handleOverlap()), now)) {
            return Optional.empty();
        }
        Presentation.Terms terms = unanswered.terms();
        return Optional.of(
                new StartedPresentation(id, terms.clientId().value(), settings.requestUri(handle), terms.expiresAt()));
    }
}
