// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.time.Instant;
import java.util.Objects;
import org.stadttor.wallet.openid4vp.ClientIdentifier;

/**
 * A presentation in the database. A transition exists only where it is legal: unanswered ones are opened, answered or
 * refused; answered and refused ones are collected, which deletes them; all expire, which deletes them too.
 */
public sealed interface Presentation {

    /** What does not change in its life. */
    Terms terms();

    default PresentationId id() {
        return terms().id();
    }

    /** Still has its request secrets, because no answer was taken. */
    sealed interface Unanswered extends Presentation {

        SealedBytes requestSecrets();
    }

    /** Nobody has fetched the request. */
    record Waiting(Terms terms, SealedBytes requestSecrets) implements Unanswered {}

    /** A wallet has fetched the request, maybe more than once. */
    record Opened(Terms terms, SealedBytes requestSecrets) implements Unanswered {}

    /**
     * A valid answer was taken; the claims lie sealed beside it.
     *
     * @param issuerAnchorSha256 the listed certificate the decision rested on
     * @param listSequence the list it rested on
     */
    record Answered(Terms terms, String issuerAnchorSha256, long listSequence) implements Presentation {}

    /** The answer was refused, or was an error. */
    record Refused(Terms terms, String reasonCode) implements Presentation {}

    /**
     * What was agreed when it started.
     *
     * @param browserProof of the browser that started it
     * @param claimsKey public key that claims are sealed to
     * @param startedAt no holder proof is older
     * @param expiresAt when it is void, in whatever state
     */
    record Terms(
            PresentationId id,
            PresentationRequest request,
            ClientIdentifier clientId,
            ValueHash browserProof,
            SealedBytes claimsKey,
            Instant startedAt,
            Instant expiresAt) {

        public Terms {
            Objects.requireNonNull(id);
            Objects.requireNonNull(request);
            Objects.requireNonNull(clientId);
            Objects.requireNonNull(browserProof);
            Objects.requireNonNull(claimsKey);
            Objects.requireNonNull(startedAt);
            Objects.requireNonNull(expiresAt);
        }

        Flow flow() {
            return request.flow();
        }

        boolean startedBy(BrowserBinding browser) {
            return browserProof.matches(BrowserKeys.proof(browser, id));
        }
    }
}
