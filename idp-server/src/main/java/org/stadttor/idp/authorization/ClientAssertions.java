// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.authorization.InvalidClientException.Reason;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;

/**
 * Authenticates relying parties by {@code private_key_jwt}. The audience is the issuer identifier and nothing else, as one
 * string; an assertion is good for one use on all nodes together.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html">FAPI 2.0 Security Profile, 5.3.2.1</a>
 */
public final class ClientAssertions {

    private static final int LENGTH_LIMIT = 8192;
    private static final Set<String> TYPES = Set.of("JWT", "client-authentication+jwt");

    private final RelyingParties relyingParties;
    private final ClientKeySets keySets;
    private final UsedAssertions used;
    private final Issuer issuer;
    private final Clock clock;

    public ClientAssertions(
            RelyingParties relyingParties, ClientKeySets keySets, UsedAssertions used, Issuer issuer, Clock clock) {
        this.relyingParties = relyingParties;
        this.keySets = keySets;
        this.used = used;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Verifies an assertion and uses it up.
     *
     * @param clientId the {@code client_id} parameter, if there was one
     * @return the relying party that made it
     * @throws InvalidClientException with the reason of the first check that failed
     */
    public RelyingParty authenticate(@Nullable String clientId, String assertion) {
        Checked checked = checked(clientId, assertion);
        requireFirstUse(checked.claims(), checked.relyingParty(), checked.expiresAt());
        return checked.relyingParty();
    }

    /**
     * Makes all checks but the one of the first use, and uses nothing up: for people who look for a mistake.
     *
     * @throws InvalidClientException with the reason of the first check that failed
     */
    public void check(@Nullable String clientId, String assertion) {
        requireIdentifier(checked(clientId, assertion).claims());
    }

    private record Checked(Map<String, Object> claims, RelyingParty relyingParty, Instant expiresAt) {}

    private Checked checked(@Nullable String clientId, String assertion) {
        SignedJWT jwt = parse(assertion);
        Map<String, Object> claims = claims(jwt);
        requireHeader(jwt.getHeader());
        RelyingParty relyingParty = requireClient(claims, clientId);
        requireAudience(claims);
        Instant expiresAt = AssertionTimes.requireTimes(claims, clock.instant());
        requireSignature(jwt, relyingParty);
        return new Checked(claims, relyingParty, expiresAt);
    }

    private static SignedJWT parse(String assertion) {
        if (assertion.length() > LENGTH_LIMIT) {
            throw new InvalidClientException(Reason.ASSERTION_MALFORMED);
        }
        try {
            return SignedJWT.parse(assertion);
        } catch (ParseException e) {
            throw new InvalidClientException(Reason.ASSERTION_MALFORMED);
        }
    }

    private static Map<String, Object> claims(SignedJWT jwt) {
        Map<String, Object> claims = jwt.getPayload().toJSONObject();
        if (claims == null) {
            throw new InvalidClientException(Reason.ASSERTION_MALFORMED);
        }
        return claims;
    }

    private static void requireHeader(JWSHeader header) {
        if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
            throw new InvalidClientException(Reason.HEADER_INVALID);
        }
        if (header.getType() != null && !TYPES.contains(header.getType().getType())) {
            throw new InvalidClientException(Reason.HEADER_INVALID);
        }
    }

    private RelyingParty requireClient(Map<String, Object> claims, @Nullable String clientId) {
        if (!(claims.get("iss") instanceof String iss)
                || !iss.equals(claims.get("sub"))
                || (clientId != null && !clientId.equals(iss))) {
            throw new InvalidClientException(Reason.CLIENT_MISMATCH);
        }
        try {
            return relyingParties
                    .findLive(new ClientId(iss))
                    .orElseThrow(() -> new InvalidClientException(Reason.CLIENT_UNKNOWN));
        } catch (IllegalArgumentException e) {
            throw new InvalidClientException(Reason.CLIENT_UNKNOWN);
        }
    }

    private void requireAudience(Map<String, Object> claims) {
        if (!issuer.toString().equals(claims.get("aud"))) {
            throw new InvalidClientException(Reason.AUDIENCE_INVALID);
        }
    }

    private void requireSignature(SignedJWT jwt, RelyingParty relyingParty) {
        String kid = jwt.getHeader().getKeyID();
        List<JWK> candidates = keySets.keys(relyingParty, kid).stream()
                .filter(key -> kid == null || kid.equals(key.getKeyID()))
                .toList();
        if (candidates.isEmpty()) {
            throw new InvalidClientException(Reason.KEY_UNKNOWN);
        }
        if (candidates.stream().noneMatch(key -> AssertionSignature.isSignedBy(jwt, key))) {
            throw new InvalidClientException(Reason.SIGNATURE_INVALID);
        }
    }

    private void requireFirstUse(Map<String, Object> claims, RelyingParty relyingParty, Instant expiresAt) {
        String name = relyingParty.clientId().value() + "\n" + requireIdentifier(claims);
        if (!used.use(BearerSecret.sha256(name.getBytes(StandardCharsets.UTF_8)), expiresAt)) {
            throw new InvalidClientException(Reason.ASSERTION_REPLAYED);
        }
    }

    private static String requireIdentifier(Map<String, Object> claims) {
        if (!(claims.get("jti") instanceof String jti) || jti.isEmpty() || jti.length() > 255) {
            throw new InvalidClientException(Reason.JTI_MISSING);
        }
        return jti;
    }
}
