// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

/** Verifies one presentation of one format completely: issuer, integrity, validity, status, holder binding. */
public interface CredentialVerifier {

    CredentialFormat format();

    /**
     * Verifies a presentation. A result exists only if every step of the format's standard has passed.
     *
     * @param presentation as received in the {@code vp_token}; untrusted
     * @param binding what the holder's proof must be bound to
     * @throws CredentialRejectedException with the reason of the first step that failed
     */
    VerifiedCredential verify(String presentation, PresentationBinding binding);
}
