// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import org.stadttor.wallet.pid.PersonIdentification;

/** What the browser that started a presentation gets when it collects the result; exactly once. */
public sealed interface PresentationOutcome {

    /** The wallet presented a PID and every check has passed. */
    record Identified(PresentationId id, PersonIdentification person) implements PresentationOutcome {}

    /**
     * The wallet's answer was refused, or the wallet sent an error.
     *
     * @param reasonCode stable snake_case code for support and audit, for example {@code status_revoked} or
     *     {@code wallet_access_denied}; message bundles have a sentence for each
     */
    record Refused(PresentationId id, String reasonCode) implements PresentationOutcome {}

    /** There is nothing to collect for this browser and these values: unknown, expired, not finished or already taken. */
    record NothingToCollect() implements PresentationOutcome {}
}
