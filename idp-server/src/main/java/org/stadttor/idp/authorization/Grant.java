// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * One login granted to one relying party.
 *
 * @param id binds the sealed claims to this grant
 * @param issuerAnchorSha256 the listed certificate that the PID of this login rests on
 * @param openedAt when the login began; null for one of an earlier release
 * @param sealedClaims readable only with the code or, after redemption, the access token; null once revoked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Grant(
        UUID id,
        State state,
        ClientId clientId,
        String redirectUri,
        Set<Scope> scopes,
        String codeChallenge,
        @Nullable String nonce,
        String subject,
        Instant authenticatedAt,
        @Nullable String issuerAnchorSha256,
        @Nullable Instant openedAt,
        byte @Nullable [] sealedClaims,
        Instant codeExpiresAt) {

    /** Where a grant stands. */
    public enum State {
        ISSUED,
        REDEEMED,
        REVOKED
    }

    public Grant {
        Objects.requireNonNull(id);
        Objects.requireNonNull(state);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(redirectUri);
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(subject);
    }

    @Override
    public String toString() {
        return "Grant[" + id + ", " + state + "]";
    }
}
