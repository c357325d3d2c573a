// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** How wallet and browser stand to each other; fixed when a presentation starts. */
public enum Flow {
    /** The wallet is on the browser's device: only its redirect with a response code completes the login. */
    SAME_DEVICE,
    /** The wallet is on another device (QR code): the browser that started the presentation collects the result. */
    CROSS_DEVICE
}
