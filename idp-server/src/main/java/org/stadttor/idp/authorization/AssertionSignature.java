// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Signatures of client assertions: ES256, PS256 and EdDSA. */
final class AssertionSignature {

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private AssertionSignature() {}

    /** The key decides the algorithm; the header can only agree. */
    static boolean isSignedBy(SignedJWT jwt, JWK key) {
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
            return false;
        }
        try {
            return switch (key) {
                case ECKey ec when algorithm.equals(JWSAlgorithm.ES256) -> jwt.verify(ecVerifier(ec));
                case OctetKeyPair okp when isEdDsa(algorithm) -> isSignedByEd25519(jwt, okp);
                case RSAKey rsa when algorithm.equals(JWSAlgorithm.PS256) -> jwt.verify(new RSASSAVerifier(rsa));
                default -> false;
            };
        } catch (JOSEException | IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }

    /** By Bouncy Castle: the verifier of the JOSE library needs a further library. */
    private static boolean isSignedByEd25519(SignedJWT jwt, OctetKeyPair key) {
        byte[] input = jwt.getSigningInput();
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(key.getDecodedX()));
        signer.update(input, 0, input.length);
        return signer.verifySignature(jwt.getSignature().decode());
    }

    private static boolean isEdDsa(JWSAlgorithm algorithm) {
        return algorithm.equals(JWSAlgorithm.EdDSA) || algorithm.equals(JWSAlgorithm.Ed25519);
    }

    private static JWSVerifier ecVerifier(ECKey key) throws JOSEException {
        ECDSAVerifier verifier = new ECDSAVerifier(key);
        verifier.getJCAContext().setProvider(BOUNCY_CASTLE);
        return verifier;
    }
}
