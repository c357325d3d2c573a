// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Instant;
import java.util.Set;

/** What a code was redeemed for. {@link #toString()} shows no token. */
public record IssuedTokens(
        BearerSecret accessToken, Instant issuedAt, Instant accessExpiresAt, Set<String> scopes, BearerSecret idToken) {

    public IssuedTokens {
        scopes = Set.copyOf(scopes);
    }
}
