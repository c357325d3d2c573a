// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stadttor.staff.oidc.OpenIdRefusedException.Reason;

/**
 * Checks an ID token, step by step.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
 *     3.1.3.7</a>
 */
final class IdTokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_SUBJECT = 255;

    private final String issuer;
    private final String clientId;
    private final JWKSet keys;
    private final Clock clock;

    IdTokenVerifier(String issuer, String clientId, JWKSet keys, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Checks it.
     *
     * @return the subject
     * @throws OpenIdRefusedException {@code id_token_invalid} or {@code nonce_mismatch}
     */
    String verify(String idToken, String nonce) {
        JWTClaimsSet claims = requireSignature(idToken);
        require(issuer.equals(claims.getIssuer())); // step 2
        require(claims.getAudience().equals(List.of(clientId))); // steps 3 to 5: us and nobody else
        requireTime(claims); // steps 9 and 10
        requireNonce(claims, nonce); // step 11
        String subject = claims.getSubject();
        require(subject != null && !subject.isEmpty() && subject.length() <= LONGEST_SUBJECT);
        return subject;
    }

    /** Steps 6 and 7. */
    private JWTClaimsSet requireSignature(String idToken) {
        require(idToken.length() <= LONGEST);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            return processor.process(SignedJWT.parse(idToken), null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new OpenIdRefusedException(Reason.ID_TOKEN_INVALID, e);
        }
    }

    private void requireTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        require(claims.getExpirationTime() != null
                && now.minus(SKEW).isBefore(claims.getExpirationTime().toInstant()));
        require(claims.getIssueTime() != null
                && claims.getIssueTime().toInstant().isAfter(now.minus(OLDEST))
                && claims.getIssueTime().toInstant().isBefore(now.plus(SKEW)));
    }

    private static void requireNonce(JWTClaimsSet claims, String nonce) {
        if (!nonce.equals(claims.getClaim("nonce"))) {
            throw new OpenIdRefusedException(Reason.NONCE_MISMATCH);
        }
    }

    private static void require(boolean fulfilled) {
        if (!fulfilled) {
            throw new OpenIdRefusedException(Reason.ID_TOKEN_INVALID);
        }
    }
}
