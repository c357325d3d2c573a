// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * A signing key with its certificate path.
 *
 * @param key P-256
 * @param chain leaf first, without the trust anchor
 */
public record SigningIdentity(PrivateKey key, List<X509Certificate> chain) {

    public SigningIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("chain must not be empty");
        }
    }

    /** The leaf certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The same key under another path. */
    public SigningIdentity withChain(List<X509Certificate> other) {
        return new SigningIdentity(key, other);
    }

    /**
     * A compact JWS with {@code x5c} (RFC 7515, 4.1.6).
     *
     * @param type value of the header {@code typ}
     */
    public String sign(String type, Map<String, Object> payload) {
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .x509CertChain(
                                    chain.stream().map(SigningIdentity::encoded).toList())
                            .build(),
                    new Payload(payload));
            jws.sign(new ECDSASigner(key, Curve.P_256));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    @Override
    public String toString() {
        return "SigningIdentity[" + certificate().getSubjectX500Principal() + "]";
    }

    private static Base64 encoded(X509Certificate certificate) {
        try {
            return Base64.encode(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
