// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query in the Digital Credentials Query Language: what a wallet is asked for.
 *
 * @param credentials the credentials that are asked for
 * @param credentialSets the combinations that will do; empty means all credentials are needed
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 6</a>
 */
public record DcqlQuery(List<CredentialQuery> credentials, List<CredentialSetQuery> credentialSets) {

    public DcqlQuery {
        credentials = List.copyOf(credentials);
        credentialSets = List.copyOf(credentialSets);
        Identifiers.requireNotEmpty(credentials);
        Set<String> ids = Identifiers.requireUnique(
                credentials.stream().map(CredentialQuery::id).toList());
        credentialSets.forEach(set -> set.options().forEach(option -> Identifiers.requireKnown(option, ids)));
    }

    /** A query for one credential. */
    public static DcqlQuery of(CredentialQuery credential) {
        return new DcqlQuery(List.of(credential), List.of());
    }

    /** The credential query with this identifier. */
    public Optional<CredentialQuery> credential(String id) {
        return credentials.stream().filter(query -> query.id().equals(id)).findFirst();
    }
}
