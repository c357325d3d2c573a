// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.List;

/**
 * Which combinations of credentials will do.
 *
 * @param options alternatives, the preferred first, each a list of identifiers of credential queries
 * @param required whether one option must be answered
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section
 *     6.2</a>
 */
public record CredentialSetQuery(List<List<String>> options, boolean required) {

    public CredentialSetQuery {
        options = options.stream().map(List::copyOf).toList();
        Identifiers.requireNotEmpty(options);
        for (List<String> option : options) {
            Identifiers.requireNotEmpty(option);
            Identifiers.requireUnique(option);
        }
    }
}
