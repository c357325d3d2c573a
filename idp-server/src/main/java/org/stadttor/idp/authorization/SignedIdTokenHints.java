// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.stadttor.idp.relyingparty.ClientId;

/** Hints are believed if one of the published keys has signed them; of others nobody can tell whether they are ours. */
public final class SignedIdTokenHints implements IdTokenHints {

    private static final int LENGTH_LIMIT = 8192;

    private final SigningKeys keys;
    private final Issuer issuer;

    public SignedIdTokenHints(SigningKeys keys, Issuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    @Override
    public Optional<String> subject(String idToken, ClientId audience) {
        if (idToken.length() > LENGTH_LIMIT) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(idToken);
            JWK key = keys.published().getKeyByKeyId(jwt.getHeader().getKeyID());
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean ours = key != null
                    && JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new ECDSAVerifier(key.toECKey()))
                    && issuer.toString().equals(claims.getIssuer())
                    && List.of(audience.value()).equals(claims.getAudience());
            return ours ? Optional.ofNullable(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
