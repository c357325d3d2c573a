// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.stadttor.idp.relyingparty.RelyingParties;

/**
 * Use case: whoever holds an access token reads the claims it stands for.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect Core 1.0, section 5.3</a>
 */
public final class ReadUserInfo {

    private final Grants grants;
    private final RelyingParties relyingParties;
    private final GrantStanding standing;
    private final ReleasedClaims claims;
    private final Clock clock;

    public ReadUserInfo(
            Grants grants, RelyingParties relyingParties, GrantStanding standing, ReleasedClaims claims, Clock clock) {
        this.grants = grants;
        this.relyingParties = relyingParties;
        this.standing = standing;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * The UserInfo response as JSON; empty if the token is unknown, expired or revoked, or its client not live any more,
     * or the issuer of the PID not trusted any more.
     * That the database knows the token's hash proves that we issued it.
     */
    public Optional<byte[]> read(String accessToken) {
        return grants.findByAccessToken(new BearerSecret(accessToken).hash(), clock.instant())
                .filter(grant -> relyingParties.findLive(grant.clientId()).isPresent())
                .filter(this::restsOnListedIssuer)
                .flatMap(grant -> Optional.ofNullable(grant.sealedClaims())
                        .map(ciphertext ->
                                claims.userInfo(accessToken.getBytes(StandardCharsets.UTF_8), grant, ciphertext)));
    }

    private boolean restsOnListedIssuer(Grant grant) {
        try {
            standing.requireIssuerListed(grant);
            return true;
        } catch (InvalidGrantException e) {
            return false;
        }
    }
}
