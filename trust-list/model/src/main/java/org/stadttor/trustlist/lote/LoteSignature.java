// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.stadttor.trustlist.lote.InvalidListException.Reason;

/**
 * The signature of a list: a compact JWS with the payload inside, made by a certificate that was pinned beforehand.
 * The pinned certificate is the trust; it is not validated against anything else, and no key is ever taken from the
 * header.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, 6.8</a>
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/">ETSI TS 119 182-1 (JAdES), baseline B</a>
 */
public final class LoteSignature {

    /** The {@code typ} we write. Lists of others carry this one, {@code JOSE} or none. */
    public static final String TYPE = "trustlist+jwt";

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final int MIN_RSA_BITS = 2048;

    private LoteSignature() {}

    /**
     * Signs a list with ES256. The signature is made by the JDK: the key lives long, and constant time matters more
     * than speed.
     *
     * @param payload what {@link LoteJson#write} returned
     * @param signer the certificate of the key; P-256
     * @return compact JWS with {@code alg, iat, x5c, x5t#S256, typ}
     */
    public static String sign(byte[] payload, PrivateKey key, X509Certificate signer, Instant signingTime) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TYPE))
                .x509CertChain(List.of(Base64.encode(Certificates.encoded(signer))))
                .x509CertSHA256Thumbprint(SignatureHeader.thumbprint(signer))
                .customParam("iat", signingTime.getEpochSecond())
                .build();
        JWSObject jws = new JWSObject(header, new Payload(payload));
        try {
            ECDSASigner ecdsa = new ECDSASigner(key, Curve.P_256);
            ecdsa.getJCAContext().setProvider(Security.getProvider("SunEC"));
            jws.sign(ecdsa);
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the key cannot sign with ES256", e);
        }
    }

    /**
     * Verifies and reads a signed list. White space and line ends around the JWS are trimmed, because file servers and
     * editors add them and they change nothing; a byte order mark, or anything else that is no JWS character, is
     * refused.
     *
     * @param untrusted compact JWS
     * @param pinned the certificates of which one must have signed
     * @throws InvalidListException if anything is wrong with the signature or the list
     */
    public static SignedList verify(String untrusted, Collection<X509Certificate> pinned, Clock clock) {
        String compact = CompactJws.requireShape(untrusted);
        JWSObject jws = parse(compact);
        SignatureHeader header = new SignatureHeader(jws.getHeader());
        header.requireUnderstood();
        header.requireSigningTime(clock.instant());
        X509Certificate signer = header.requirePinnedSigner(pinned);
        requireValid(signer, clock.instant());
        requireSignature(jws, signer.getPublicKey());
        byte[] payload = jws.getPayload().toBytes();
        return new SignedList(LoteJson.read(payload), compact, CompactJws.digest(payload), signer);
    }

    private static JWSObject parse(String compact) {
        try {
            return JWSObject.parse(compact);
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidListException(Reason.MALFORMED_JWS, "unreadable", e);
        }
    }

    private static void requireValid(X509Certificate signer, Instant now) {
        if (now.isBefore(signer.getNotBefore().toInstant())) {
            throw new InvalidListException(Reason.SIGNER_NOT_YET_VALID, "the pinned certificate");
        }
        if (now.isAfter(signer.getNotAfter().toInstant())) {
            throw new InvalidListException(Reason.SIGNER_EXPIRED, "the pinned certificate");
        }
    }

    /** The algorithm comes from an allow-list and must fit the pinned key, curve included. */
    private static void requireSignature(JWSObject jws, PublicKey key) {
        JWSAlgorithm algorithm = jws.getHeader().getAlgorithm();
        try {
            JWSVerifier verifier = verifier(algorithm, key);
            if (!verifier.supportedJWSAlgorithms().contains(algorithm)) {
                throw new InvalidListException(Reason.ALGORITHM_NOT_ALLOWED, "does not fit the key");
            }
            if (!verifier.verify(jws.getHeader(), jws.getSigningInput(), jws.getSignature())) {
                throw new InvalidListException(Reason.SIGNATURE_INVALID, "under the pinned certificate");
            }
        } catch (JOSEException e) {
            throw new InvalidListException(Reason.SIGNATURE_INVALID, "not verifiable", e);
        }
    }

    /** P-256 is verified by Bouncy Castle: seven times as fast as the JDK, and nothing secret is involved. */
    private static JWSVerifier verifier(JWSAlgorithm algorithm, PublicKey key) throws JOSEException {
        Set<String> understood = SignatureHeader.UNDERSTOOD;
        if (SignatureHeader.ECDSA.contains(algorithm) && key instanceof ECPublicKey ec) {
            ECDSAVerifier verifier = new ECDSAVerifier(ec, understood);
            verifier.getJCAContext().setProvider(BOUNCY_CASTLE);
            return verifier;
        }
        if (JWSAlgorithm.PS256.equals(algorithm)
                && key instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
            return new RSASSAVerifier(rsa, understood);
        }
        throw new InvalidListException(Reason.ALGORITHM_NOT_ALLOWED, "does not fit the key");
    }
}
