// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The key a wallet encrypts one response to: P-256, ECDH-ES, made for one request and destroyed with its answer. Its
 * {@code kid} is its RFC 7638 thumbprint. {@link #toString()} shows the {@code kid} only.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8.3</a>
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
 *     section 5</a>
 */
public final class ResponseKey {

    /** Length of {@link #encoded()}: private value, x, y, 32 bytes each. */
    public static final int ENCODED_LENGTH = 96;

    /** Not registered globally: only what names it uses it. */
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final int COORDINATE = 32;

    private final ECKey jwk;

    private ResponseKey(ECKey jwk) {
        this.jwk = jwk;
    }

    /** Makes a fresh key. */
    public static ResponseKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            return of(new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                    .privateKey((ECPrivateKey) pair.getPrivate())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a private JWK as wallets and test vectors write it. */
    static ResponseKey ofJwk(ECKey jwk) {
        return new ResponseKey(jwk);
    }

    /** Reads what {@link #encoded()} wrote. */
    public static ResponseKey decode(byte[] encoded) {
        if (encoded.length != ENCODED_LENGTH) {
            throw new IllegalArgumentException("not an encoded response key");
        }
        return of(new ECKey.Builder(Curve.P_256, part(encoded, 1), part(encoded, 2))
                .d(part(encoded, 0))
                .build());
    }

    private static Base64URL part(byte[] encoded, int index) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, index * COORDINATE, (index + 1) * COORDINATE));
    }

    private static ResponseKey of(ECKey key) {
        try {
            return new ResponseKey(new ECKey.Builder(key)
                    .keyIDFromThumbprint()
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(JWEAlgorithm.ECDH_ES)
                    .build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key, to be encrypted before it is stored. */
    public byte[] encoded() {
        byte[] encoded = new byte[ENCODED_LENGTH];
        byte[][] parts = {jwk.getD().decode(), jwk.getX().decode(), jwk.getY().decode()};
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, encoded, (i + 1) * COORDINATE - parts[i].length, parts[i].length);
        }
        return encoded;
    }

    /** The key id, unique per request. */
    public String kid() {
        return jwk.getKeyID();
    }

    ECKey publicJwk() {
        return jwk.toPublicJWK();
    }

    ECPrivateKey privateKey() throws JOSEException {
        return jwk.toECPrivateKey(BOUNCY_CASTLE);
    }

    static boolean isP256(ECParameterSpec parameters) {
        ECParameterSpec p256 = Curve.P_256.toECParameterSpec();
        return parameters.getCurve().getField().equals(p256.getCurve().getField())
                && parameters.getCurve().getA().equals(p256.getCurve().getA())
                && parameters.getCurve().getB().equals(p256.getCurve().getB())
                && parameters.getGenerator().equals(p256.getGenerator())
                && parameters.getOrder().equals(p256.getOrder());
    }

    @Override
    public String toString() {
        return "ResponseKey[" + kid() + "]";
    }
}
