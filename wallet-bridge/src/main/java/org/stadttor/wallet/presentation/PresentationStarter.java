// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.stadttor.wallet.openid4vp.ClientIdentifier;

/** Starts presentations: fresh random values and a fresh response key for each. */
public final class PresentationStarter implements StartPresentation {

    private final Presentations presentations;
    private final RequestSecretsSealing sealing;
    private final ClientIdentifier clientId;
    private final PresentationSettings settings;
    private final Clock clock;

    public PresentationStarter(
            Presentations presentations,
            RequestSecretsSealing sealing,
            ClientIdentifier clientId,
            PresentationSettings settings,
            Clock clock) {
        this.presentations = presentations;
        this.sealing = sealing;
        this.clientId = clientId;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public StartedPresentation start(PresentationRequest request, BrowserBinding browser) {
        PresentationId id = new PresentationId(UUID.randomUUID());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RequestSecrets secrets = sealing.create();
        BearerValue requestHandle = BearerValue.create();
        BrowserKeys browserKeys = BrowserKeys.derive(browser, id);
        Presentation.Terms terms = new Presentation.Terms(
                id,
                request,
                clientId,
                browserKeys.proof(),
                ClaimsSealing.publicKey(browserKeys),
                now,
                now.plus(settings.answerWithin()));
        presentations.start(
                new Presentation.Waiting(terms, sealing.seal(id, secrets)),
                requestHandle.hash(),
                secrets.responseHandle().hash());
        return new StartedPresentation(id, clientId.value(), settings.requestUri(requestHandle), terms.expiresAt());
    }
}
