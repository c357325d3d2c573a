// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.sandbox.keys.KeyFolder;
import org.stadttor.sandbox.keys.SigningIdentity;

/**
 * The key with which the portal proves to the identity provider who it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523">RFC 7523, section 2.2</a>
 */
public final class PortalKeys {

    private static final int ASSERTION_SECONDS = 60;

    private final ECKey key;
    private final Clock clock;

    PortalKeys(Path folder, Clock clock) {
        SigningIdentity identity = new KeyFolder(folder, clock).identity("client", () -> selfSigned(clock.instant()));
        this.clock = clock;
        try {
            this.key = new ECKey.Builder(
                            Curve.P_256, (ECPublicKey) identity.certificate().getPublicKey())
                    .privateKey(identity.key())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("key of the portal cannot be used", e);
        }
    }

    /** The public keys, for registration. */
    public JWKSet publicKeys() {
        return new JWKSet(key).toPublicJWKSet();
    }

    ECKey signingKey() {
        return key;
    }

    /** A client assertion for one use. */
    String clientAssertion(String clientId, String issuer) {
        Instant now = clock.instant();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .subject(clientId)
                        .audience(issuer)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(ASSERTION_SECONDS)))
                        .build());
        try {
            assertion.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("client assertion cannot be signed", e);
        }
        return assertion.serialize();
    }

    private static SigningIdentity selfSigned(Instant now) {
        CertificateAuthority made = CertificateAuthority.create(new X500Name("CN=Musterstadt"), now);
        return new SigningIdentity(made.key(), List.of(made.certificate()));
    }
}
