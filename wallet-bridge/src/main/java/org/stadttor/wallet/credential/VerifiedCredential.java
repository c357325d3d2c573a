// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.Objects;

/**
 * A credential of which every check has passed. Only verifiers make one. {@link #toString()} shows no claim value.
 *
 * @param format its format
 * @param type its {@code vct}
 * @param issuer who issued it, according to the trust list (never according to the credential itself)
 * @param claims the processed payload: plain claims and everything disclosed
 */
public record VerifiedCredential(CredentialFormat format, String type, CredentialIssuer issuer, Claims claims) {

    public VerifiedCredential {
        Objects.requireNonNull(format);
        Objects.requireNonNull(type);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(claims);
    }
}
