// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Optional;
import org.stadttor.wallet.presentation.BrowserBinding;

/** The authorization requests that wait for their citizens. */
public interface PendingAuthorizations {

    /** The request with this handle, if it belongs to this browser and has not ended. */
    Optional<PendingAuthorization> find(String handle, BrowserBinding browser);

    /** Gives the citizen more time (WCAG 2.2.1), up to {@link PendingAuthorization#latestExpiry()}. */
    Optional<PendingAuthorization> extend(String handle, BrowserBinding browser);
}
