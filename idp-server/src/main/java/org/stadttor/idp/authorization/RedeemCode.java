// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.authorization.InvalidGrantException.Reason;
import org.stadttor.idp.relyingparty.ClientId;

/**
 * Use case: an authenticated relying party redeems a code, once. Whoever tries again, or with another client, address or
 * verifier, ends the grant and the token issued from it; so does the end of the trust in the issuer of the PID.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, section 4.1.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.6">RFC 7636, section 4.6</a>
 */
public final class RedeemCode {

    /** What came with the code; nothing is trusted but the client. */
    public record Command(
            ClientId client,
            String code,
            @Nullable String redirectUri,
            @Nullable String codeVerifier) {

        @Override
        public String toString() {
            return "RedeemCode.Command[" + client + "]";
        }
    }

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final Grants grants;
    private final Tokens tokens;
    private final ReleasedClaims claims;
    private final GrantStanding standing;
    private final Clock clock;

    public RedeemCode(Grants grants, Tokens tokens, ReleasedClaims claims, GrantStanding standing, Clock clock) {
        this.grants = grants;
        this.tokens = tokens;
        this.claims = claims;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Redeems.
     *
     * @throws InvalidGrantException with the reason of the first check that failed
     */
    public IssuedTokens redeem(Command command) {
        Instant now = clock.instant();
        byte[] codeHash = new BearerSecret(command.code()).hash();
        Grant grant = grants.findByCode(codeHash).orElseThrow(() -> new InvalidGrantException(Reason.CODE_UNKNOWN));
        requireUnused(grant);
        requireFresh(grant, now);
        requireSameRequest(grant, command);
        standing.requireIssuerListed(grant);
        IssuedTokens issued = tokens.issue(grant);
        byte[] sealed = claims.reseal(
                command.code().getBytes(StandardCharsets.UTF_8),
                issued.accessToken().value().getBytes(StandardCharsets.UTF_8),
                grant.id(),
                requireClaims(grant));
        if (!grants.redeem(codeHash, issued.accessToken().hash(), sealed, issued.accessExpiresAt(), now)) {
            throw standing.misused(grant, Reason.CODE_REUSED);
        }
        return issued;
    }

    private void requireUnused(Grant grant) {
        if (grant.state() != Grant.State.ISSUED) {
            throw standing.misused(grant, Reason.CODE_REUSED);
        }
    }

    private static void requireFresh(Grant grant, Instant now) {
        if (!now.isBefore(grant.codeExpiresAt())) {
            throw new InvalidGrantException(Reason.CODE_EXPIRED);
        }
    }

    private void requireSameRequest(Grant grant, Command command) {
        if (!grant.clientId().equals(command.client())) {
            throw standing.misused(grant, Reason.CODE_OF_OTHER_CLIENT);
        }
        if (!grant.redirectUri().equals(command.redirectUri())) {
            throw standing.misused(grant, Reason.REDIRECT_URI_MISMATCH);
        }
        if (!isVerifier(command.codeVerifier(), grant.codeChallenge())) {
            throw standing.misused(grant, Reason.CODE_VERIFIER_MISMATCH);
        }
    }

    private static byte[] requireClaims(Grant grant) {
        byte[] sealed = grant.sealedClaims();
        if (sealed == null) {
            throw new InvalidGrantException(Reason.CODE_UNKNOWN);
        }
        return sealed;
    }

    private static boolean isVerifier(@Nullable String verifier, String challenge) {
        return verifier != null
                && VERIFIER.matcher(verifier).matches()
                && challenge(verifier).equals(challenge);
    }

    private static String challenge(String verifier) {
        byte[] digest = BearerSecret.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
