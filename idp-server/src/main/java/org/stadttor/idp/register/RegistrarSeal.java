// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import tools.jackson.databind.node.ObjectNode;

/** Signs what the register says, with the certificate chain of the registrar in the header; ES256. */
public final class RegistrarSeal {

    private final ECPrivateKey key;
    private final JWSHeader header;

    /**
     * Reads key and certificate and tries them.
     *
     * @param certificates PEM, the registrar's own first
     * @param key PEM, P-256
     * @throws IllegalArgumentException if they cannot be read or do not belong together
     */
    public RegistrarSeal(String certificates, String key) {
        List<X509Certificate> chain = chain(certificates);
        this.key = privateKey(key);
        try {
            List<Base64> encoded = new ArrayList<>();
            for (X509Certificate certificate : chain) {
                encoded.add(Base64.encode(certificate.getEncoded()));
            }
            this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(JOSEObjectType.JWT)
                    .x509CertChain(encoded)
                    .build();
            JWSObject trial = JWSObject.parse(signed("{}"));
            if (!(chain.getFirst().getPublicKey() instanceof ECPublicKey publicKey)
                    || !trial.verify(new ECDSAVerifier(publicKey))) {
                throw new IllegalArgumentException("stadttor.registrar: certificate and key do not belong together");
            }
        } catch (CertificateEncodingException | JOSEException | ParseException e) {
            throw new IllegalArgumentException("stadttor.registrar: certificate or key cannot be used", e);
        }
    }

    /** A compact JWS over this. */
    public String sign(ObjectNode payload) {
        return signed(payload.toString());
    }

    private String signed(String payload) {
        try {
            JWSObject jws = new JWSObject(header, new Payload(payload));
            jws.sign(new ECDSASigner(key, Curve.P_256));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("stadttor.registrar.key must be a P-256 key", e);
        }
    }

    private static List<X509Certificate> chain(String pem) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("stadttor.registrar.certificate has no certificate");
            }
            return chain;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("stadttor.registrar.certificate is not a PEM certificate", e);
        }
    }

    private static ECPrivateKey privateKey(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            PrivateKey read = switch (parser.readObject()) {
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case null, default ->
                    throw new IllegalArgumentException("stadttor.registrar.key is not an unencrypted PEM key");
            };
            if (read instanceof ECPrivateKey ec) {
                return ec;
            }
            throw new IllegalArgumentException("stadttor.registrar.key must be a P-256 key");
        } catch (IOException e) {
            throw new IllegalArgumentException("stadttor.registrar.key is not a PEM key", e);
        }
    }
}
