// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** Use case: a browser wants to be identified; a wallet is asked. */
public interface StartPresentation {

    /** Stores a new presentation, bound to this browser, and returns what the engagement link and the QR code need. */
    StartedPresentation start(PresentationRequest request, BrowserBinding browser);
}
