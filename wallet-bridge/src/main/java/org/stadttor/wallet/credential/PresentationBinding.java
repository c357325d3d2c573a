// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.time.Instant;
import java.util.Objects;

/**
 * What a holder's proof must be bound to: the request it answers.
 *
 * @param clientId the full client identifier of the request, prefix included ({@code x509_hash:…})
 * @param nonce the nonce of the request, as text
 * @param requestedAt when the request was made; no proof is older
 */
public record PresentationBinding(String clientId, String nonce, Instant requestedAt) {

    public PresentationBinding {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(nonce);
        Objects.requireNonNull(requestedAt);
    }
}
