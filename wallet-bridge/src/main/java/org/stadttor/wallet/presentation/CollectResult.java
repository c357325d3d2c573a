// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** Use case: the browser that started a presentation looks after it and collects its result, once. */
public interface CollectResult {

    /** State of the presentation, for the browser that started it; {@link PresentationStatus#GONE} for any other. */
    PresentationStatus status(PresentationId id, BrowserBinding browser);

    /** Same device: the wallet has redirected the browser with this response code. */
    PresentationOutcome collectByResponseCode(String responseCode, BrowserBinding browser);

    /**
     * Cross device: the waiting page collects. A same-device presentation is only collected this way if it was
     * refused (never if it succeeded).
     */
    PresentationOutcome collectByPolling(PresentationId id, BrowserBinding browser);
}
