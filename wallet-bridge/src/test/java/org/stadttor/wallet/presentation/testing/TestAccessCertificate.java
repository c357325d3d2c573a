// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Access certificates under a CA of their own, with real signatures. */
public record TestAccessCertificate(PrivateKey key, X509Certificate leaf, X509Certificate anchor) {

    public static TestAccessCertificate create() {
        return create("secp256r1");
    }

    public static TestAccessCertificate create(String leafCurve) {
        KeyPair ca = keyPair("secp256r1");
        KeyPair leaf = keyPair(leafCurve);
        return new TestAccessCertificate(
                leaf.getPrivate(),
                certificate("CN=Test relying party", leaf, "CN=Test access CA", ca),
                certificate("CN=Test access CA", ca, "CN=Test access CA", ca));
    }

    public static X509Certificate selfSigned(KeyPair pair) {
        return certificate("CN=Self", pair, "CN=Self", pair);
    }

    public static KeyPair keyPair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String subject, KeyPair pair, String issuer, KeyPair signer) {
        try {
            Instant now = Instant.now();
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    new X500Name(issuer),
                                    BigInteger.valueOf(now.toEpochMilli()),
                                    Date.from(now.minus(Duration.ofDays(1))),
                                    Date.from(now.plus(Duration.ofDays(30))),
                                    new X500Name(subject),
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public List<X509Certificate> chainWithAnchor() {
        return List.of(leaf, anchor);
    }

    public String chainPem() {
        return pem("CERTIFICATE", encoded(leaf)) + pem("CERTIFICATE", encoded(anchor));
    }

    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }

    public static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
