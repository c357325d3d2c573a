// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.util.Optional;

/** Use case: the waiting page shows a new QR code, so that a photograph of the old one is soon worth nothing. */
public interface RotateRequestHandle {

    /**
     * A new request handle for the same presentation, nonce and key. The handle before it stays valid for a short
     * overlap, all older ones are void.
     *
     * @return empty if the presentation no longer waits or belongs to another browser
     */
    Optional<StartedPresentation> rotate(PresentationId id, BrowserBinding browser);
}
