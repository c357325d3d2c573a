// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stadttor.idp.relyingparty.ClientId;

/** What citizens have granted: a code, then the access token it was redeemed for. Hashes and sealed claims only. */
public interface Grants {

    /** Stores a grant with its code. */
    void issue(Grant grant, byte[] codeHash);

    /** The grant of this code, in whatever state, as long as it is stored. */
    Optional<Grant> findByCode(byte[] codeHash);

    /**
     * Redeems the code: exactly one caller gets true. The sealed claims are replaced by those for the access token.
     *
     * @param sealedClaims for the access token
     */
    boolean redeem(byte[] codeHash, byte[] accessTokenHash, byte[] sealedClaims, Instant accessExpiresAt, Instant now);

    /**
     * Ends a grant and destroys its claims; also after redemption.
     *
     * @return false if it had ended before
     */
    boolean revoke(UUID grant);

    /** Ends all grants of a relying party and destroys their claims. */
    int revokeAll(ClientId clientId);

    /** The grant of this access token, if it is redeemed, not revoked and not expired. */
    Optional<Grant> findByAccessToken(byte[] accessTokenHash, Instant now);

    /** Ends the grant of this access token of this client. */
    boolean revokeByAccessToken(byte[] accessTokenHash, String clientId);

    /** Deletes what has expired. */
    int purge(Instant now);
}
