// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Re-authentication that is bound to one act: whoever is signed in shows the passkey again, for exactly this.
 *
 * <p>{@code act} is a stable text that names everything that is decided, for example
 * {@code approve-entity:<id>:<sha256>}: what is confirmed for one text serves for no other.
 */
public interface Confirmations {

    /** Prepares the page with the button. */
    Confirmation prepare(HttpServletRequest request, String act);

    /**
     * Returns only if the person of this session has just confirmed this act; can be used once.
     *
     * @throws ConfirmationRefusedException otherwise
     */
    void require(HttpServletRequest request, String act);
}
