// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.Objects;

/**
 * The issuer of a credential as the trust list knows it.
 *
 * @param entityName the trusted entity's name
 * @param country the responsible Member State, ISO 3166-1 alpha-2
 * @param anchorSha256 lower-case hex SHA-256 of the listed certificate the decision rests on
 * @param listSequence sequence number of the list the decision rests on
 */
public record CredentialIssuer(String entityName, String country, String anchorSha256, long listSequence) {

    public CredentialIssuer {
        Objects.requireNonNull(entityName);
        Objects.requireNonNull(country);
        Objects.requireNonNull(anchorSha256);
    }
}
