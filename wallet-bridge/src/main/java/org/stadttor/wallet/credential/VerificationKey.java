// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.databind.node.ObjectNode;

/**
 * A public key that verifies signatures of exactly one algorithm. Bouncy Castle's P-256 is several times as fast as
 * the JDK's, and a key that is kept is verified with faster than a new one, because its multiples are kept with it.
 */
public final class VerificationKey {

    private static final byte UNCOMPRESSED = 4;

    private final JwsAlgorithm algorithm;
    private final ECPublicKeyParameters key;

    private VerificationKey(JwsAlgorithm algorithm, ECPublicKeyParameters key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    /**
     * The key of a certificate: on a curve named by one of the {@link JwsAlgorithm}s.
     *
     * @param notAllowed the reason to refuse any other key with
     */
    public static VerificationKey of(PublicKey publicKey, Reason notAllowed) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey.getEncoded());
        return Arrays.stream(JwsAlgorithm.values())
                .filter(a -> a.curveOid().equals(info.getAlgorithm().getParameters()))
                .findFirst()
                .map(a -> ofPoint(a, info.getPublicKeyData().getBytes(), notAllowed))
                .orElseThrow(() -> new CredentialRejectedException(notAllowed));
    }

    /**
     * A key as a JWK, on the curve of the given algorithm; members other than {@code kty crv x y} do not matter, but a
     * private key is refused.
     *
     * @param notAllowed the reason to refuse with
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-6.2">RFC 7518, section 6.2</a>
     */
    public static VerificationKey ofJwk(ObjectNode jwk, JwsAlgorithm algorithm, Reason notAllowed) {
        requireText(jwk, "kty", "EC", notAllowed);
        requireText(jwk, "crv", algorithm.curve(), notAllowed);
        if (jwk.has("d")) {
            throw new CredentialRejectedException(notAllowed);
        }
        int length = algorithm.coordinateLength();
        byte[] point = new byte[1 + 2 * length];
        point[0] = UNCOMPRESSED;
        System.arraycopy(coordinate(jwk, "x", length, notAllowed), 0, point, 1, length);
        System.arraycopy(coordinate(jwk, "y", length, notAllowed), 0, point, 1 + length, length);
        return ofPoint(algorithm, point, notAllowed);
    }

    private static void requireText(ObjectNode jwk, String name, String expected, Reason notAllowed) {
        if (!expected.equals(jwk.path(name).stringValue(null))) {
            throw new CredentialRejectedException(notAllowed);
        }
    }

    private static byte[] coordinate(ObjectNode jwk, String name, int length, Reason notAllowed) {
        String text = jwk.path(name).stringValue(null);
        if (text == null) {
            throw new CredentialRejectedException(notAllowed);
        }
        byte[] bytes = Base64Url.decode(text, notAllowed);
        if (bytes.length != length) {
            throw new CredentialRejectedException(notAllowed);
        }
        return bytes;
    }

    private static VerificationKey ofPoint(JwsAlgorithm algorithm, byte[] encoded, Reason notAllowed) {
        try {
            // Checks that the point lies on the curve; these curves have no small subgroups.
            ECPoint point = algorithm.domain().getCurve().decodePoint(encoded);
            return new VerificationKey(algorithm, new ECPublicKeyParameters(point, algorithm.domain()));
        } catch (IllegalArgumentException _) {
            throw new CredentialRejectedException(notAllowed);
        }
    }

    public JwsAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Returns only if the signature (R and S, each of full length) is one by this key over this input.
     *
     * @param invalid the reason to refuse with
     */
    public void requireSignature(byte[] input, byte[] signature, Reason invalid) {
        int length = algorithm.coordinateLength();
        if (signature.length != 2 * length) {
            throw new CredentialRejectedException(invalid);
        }
        BigInteger r = new BigInteger(1, signature, 0, length);
        BigInteger s = new BigInteger(1, signature, length, length);
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        if (!verifier.verifySignature(hash(input), r, s)) {
            throw new CredentialRejectedException(invalid);
        }
    }

    private byte[] hash(byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm.hash()).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no " + algorithm.hash(), e);
        }
    }
}
