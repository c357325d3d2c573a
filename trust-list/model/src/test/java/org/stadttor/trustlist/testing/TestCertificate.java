// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.testing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate with its key; a test changes one thing about it. */
public record TestCertificate(X509Certificate certificate, KeyPair keys) {

    /** The moment all fixtures are valid at. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    public PrivateKey key() {
        return keys.getPrivate();
    }

    public static TestCertificate rootCa(String name) {
        return new Builder(name).ca(-1).build();
    }

    public static TestCertificate selfSigned(String name) {
        return new Builder(name).build();
    }

    public TestCertificate issue(String name) {
        return issue(name, b -> b);
    }

    public TestCertificate issueCa(String name) {
        return issue(name, b -> b.ca(-1));
    }

    public TestCertificate issue(String name, UnaryOperator<Builder> change) {
        return change.apply(new Builder(name).issuer(this)).build();
    }

    public static TestCertificate create(String name, UnaryOperator<Builder> change) {
        return change.apply(new Builder(name)).build();
    }

    public static KeyPair newKeys(String algorithm, String curveOrBits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec(curveOrBits));
            } else {
                generator.initialize(Integer.parseInt(curveOrBits));
            }
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything about a certificate. Default: a P-256 end-entity certificate, self-signed, valid around NOW. */
    public static final class Builder {
        private final String name;
        private KeyPair keys = newKeys("EC", "secp256r1");
        private Instant from = NOW.minusSeconds(86_400);
        private Instant to = NOW.plusSeconds(86_400 * 365L);
        private boolean ca;
        private int pathLength = -1;
        private int keyUsage = -1;
        private String algorithm = "SHA256withECDSA";
        private @org.jspecify.annotations.Nullable TestCertificate issuer;
        private @org.jspecify.annotations.Nullable String unknownCritical;

        Builder(String name) {
            this.name = name;
        }

        public Builder issuer(TestCertificate value) {
            this.issuer = value;
            return this;
        }

        public Builder keys(KeyPair value) {
            this.keys = value;
            return this;
        }

        public Builder algorithm(String value) {
            this.algorithm = value;
            return this;
        }

        public Builder valid(Instant validFrom, Instant validTo) {
            this.from = validFrom;
            this.to = validTo;
            return this;
        }

        public Builder ca(int length) {
            this.ca = true;
            this.pathLength = length;
            return this;
        }

        /** Bits of KeyUsage; 0 leaves the extension out. */
        public Builder keyUsage(int bits) {
            this.keyUsage = bits;
            return this;
        }

        public Builder criticalExtension(String oid) {
            this.unknownCritical = oid;
            return this;
        }

        TestCertificate build() {
            try {
                X500Name subject = new X500Name("C=DE,O=Stadttor Test,CN=" + name);
                X500Name issuerName = issuer == null
                        ? subject
                        : X500Name.getInstance(
                                issuer.certificate.getSubjectX500Principal().getEncoded());
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        issuerName,
                        new BigInteger(120, new SecureRandom()),
                        Date.from(from),
                        Date.from(to),
                        subject,
                        keys.getPublic());
                BasicConstraints constraints = ca
                        ? (pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength))
                        : new BasicConstraints(false);
                builder.addExtension(Extension.basicConstraints, true, constraints);
                int usage = keyUsage >= 0 ? keyUsage : ca ? KeyUsage.keyCertSign : KeyUsage.digitalSignature;
                if (usage != 0) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                if (unknownCritical != null) {
                    builder.addExtension(new ASN1ObjectIdentifier(unknownCritical), true, DERNull.INSTANCE);
                }
                PrivateKey signingKey = issuer == null ? keys.getPrivate() : issuer.key();
                return new TestCertificate(
                        new JcaX509CertificateConverter()
                                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                                        .setProvider(BOUNCY_CASTLE)
                                        .build(signingKey))),
                        keys);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
