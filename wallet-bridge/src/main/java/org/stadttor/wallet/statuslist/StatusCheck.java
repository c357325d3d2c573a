// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import org.stadttor.trustlist.evaluation.TrustDecision;

/** Checks the status of a credential whose signature and trust have already been verified. */
public interface StatusCheck {

    /**
     * Returns only if the status is VALID (0x00).
     *
     * @param reference from the credential's {@code status} claim
     * @param issuer the trust decision about the credential's issuer: status signers must belong to the same entity
     * @throws org.stadttor.wallet.credential.CredentialRejectedException with one of the {@code STATUS_} reasons
     */
    void requireValid(StatusReference reference, TrustDecision.Trusted issuer);
}
