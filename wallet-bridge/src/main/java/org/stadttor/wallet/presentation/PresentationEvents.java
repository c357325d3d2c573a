// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** Hears of every step of every presentation inside the transaction that makes it: the server writes its audit trail. */
public interface PresentationEvents {

    void happened(PresentationEvent event);
}
