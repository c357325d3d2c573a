// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.Arrays;
import java.util.Optional;

/**
 * Credential formats the bridge verifies.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, appendix B</a>
 */
public enum CredentialFormat {
    DC_SD_JWT("dc+sd-jwt");

    private final String identifier;

    CredentialFormat(String identifier) {
        this.identifier = identifier;
    }

    /** The format identifier as it stands in DCQL queries and metadata. */
    public String identifier() {
        return identifier;
    }

    /** The format with this identifier, compared exactly. */
    public static Optional<CredentialFormat> of(String identifier) {
        return Arrays.stream(values())
                .filter(f -> f.identifier.equals(identifier))
                .findFirst();
    }
}
