// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** What a waiting page may know about its own presentation. */
public enum PresentationStatus {
    /** Nobody has fetched the request yet. */
    WAITING,
    /** A wallet has fetched the request. */
    OPENED,
    /** The wallet's answer was verified and waits to be collected. */
    ANSWERED,
    /** The wallet's answer was refused, or the wallet refused. */
    FAILED,
    /** Too late, already collected, or never existed for this browser. */
    GONE
}
