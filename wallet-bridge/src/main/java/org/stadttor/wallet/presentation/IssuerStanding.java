// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

/** Whether the certificate a decision rested on is still listed, now. In memory; asking costs nothing. */
public interface IssuerStanding {

    /**
     * Returns only if the current list still has this certificate for the issuance of PIDs.
     *
     * @param anchorSha256 lower-case hex SHA-256 of the certificate
     * @throws org.stadttor.wallet.credential.CredentialRejectedException {@code ISSUER_UNTRUSTED} or
     *     {@code TRUST_LIST_UNAVAILABLE}
     */
    void requireListed(String anchorSha256);
}
