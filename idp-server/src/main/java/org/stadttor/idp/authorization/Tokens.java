// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tokens of a grant. The ID token says who logged in and how, and holds no attribute: relying parties keep and
 * pass on ID tokens (logs, hints), so attributes are only in the UserInfo response.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">OpenID Connect Core 1.0, section 2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
public final class Tokens {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final SigningKeys keys;
    private final Issuer issuer;
    private final Lifetimes lifetimes;
    private final @Nullable AssuranceLevel level;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Tokens(SigningKeys keys, Issuer issuer, Lifetimes lifetimes, @Nullable AssuranceLevel level, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.lifetimes = lifetimes;
        this.level = level;
        this.clock = clock;
    }

    IssuedTokens issue(Grant grant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant accessExpiresAt = now.plus(lifetimes.accessToken());
        return new IssuedTokens(
                new BearerSecret(keys.sign(ACCESS_TOKEN, accessToken(grant, now, accessExpiresAt))),
                now,
                accessExpiresAt,
                grant.scopes().stream().map(Scope::value).collect(Collectors.toSet()),
                new BearerSecret(keys.sign(JOSEObjectType.JWT, idToken(grant, now))));
    }

    /** The jti has 256 random bits and is stored nowhere: the key of the sealed claims is made from this token. */
    private JWTClaimsSet accessToken(Grant grant, Instant now, Instant expiresAt) {
        return base(grant, now, expiresAt)
                .audience(issuer.userInfo())
                .claim("client_id", grant.clientId().value())
                .claim("scope", Scope.text(grant.scopes()))
                .jwtID(BearerSecret.create("", random).value())
                .build();
    }

    private JWTClaimsSet idToken(Grant grant, Instant now) {
        JWTClaimsSet.Builder claims = base(grant, now, now.plus(lifetimes.idToken()))
                .audience(grant.clientId().value())
                .claim("auth_time", grant.authenticatedAt().getEpochSecond());
        if (grant.nonce() != null) {
            claims.claim("nonce", grant.nonce());
        }
        if (level != null) {
            claims.claim("acr", level.acr());
        }
        return claims.build();
    }

    private JWTClaimsSet.Builder base(Grant grant, Instant now, Instant expiresAt) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .subject(Objects.requireNonNull(grant.subject()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt));
    }
}
