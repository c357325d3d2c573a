// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stadttor.trustlist.TestKey;

/** Certificates about which the lint has nothing to say; a test changes one thing. */
final class CertificateFixture {

    static final String SUBJECT = "C=DE,O=Musterdruckerei,2.5.4.97=NTRDE-HRB1,CN=PID signer 1";
    static final TestKey CA = TestKey.create("CA");

    private record Added(String oid, boolean critical, ASN1Encodable value) {}

    private String subject = SUBJECT;
    private KeyPair keys = CA.keys();
    private String algorithm = "SHA256withECDSA";
    private Instant from = TestKey.NOW.minus(Duration.ofDays(10));
    private Instant to = TestKey.NOW.plus(Duration.ofDays(365));
    private boolean selfSigned;
    private final List<Added> extensions = new ArrayList<>();

    /** An end-entity certificate in order. */
    static X509Certificate leaf(UnaryOperator<CertificateFixture> change) {
        return change.apply(new CertificateFixture()
                        .with("2.5.29.15", true, new KeyUsage(KeyUsage.digitalSignature))
                        .with("2.5.29.17", false, contact())
                        .with("2.5.29.31", false, new CRLDistPoint(new DistributionPoint[0])))
                .build();
    }

    /** An issuing CA in order. */
    static X509Certificate ca(UnaryOperator<CertificateFixture> change) {
        return change.apply(new CertificateFixture()
                        .valid(TestKey.NOW, Duration.ofDays(3650))
                        .with("2.5.29.19", true, new BasicConstraints(0))
                        .with("2.5.29.15", true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                        .with("2.5.29.31", false, new CRLDistPoint(new DistributionPoint[0])))
                .build();
    }

    static GeneralNames contact() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.uniformResourceIdentifier, "https://example.org/support"),
            new GeneralName(GeneralName.dNSName, "example.org")
        });
    }

    static ASN1Encodable policies(String... oids) {
        PolicyInformation[] policies = new PolicyInformation[oids.length];
        for (int i = 0; i < oids.length; i++) {
            policies[i] = new PolicyInformation(new ASN1ObjectIdentifier(oids[i]));
        }
        return new CertificatePolicies(policies);
    }

    static ASN1Encodable serverAuth() {
        return new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth);
    }

    static KeyPair rsa(int bits) {
        return keys("RSA", g -> g.initialize(bits));
    }

    static KeyPair ec(String curve) {
        return keys("EC", g -> g.initialize(new ECGenParameterSpec(curve)));
    }

    private interface Initialisation {
        void of(KeyPairGenerator generator) throws Exception;
    }

    private static KeyPair keys(String algorithm, Initialisation initialisation) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            initialisation.of(generator);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    CertificateFixture subject(String value) {
        this.subject = value;
        return this;
    }

    CertificateFixture keys(KeyPair value) {
        this.keys = value;
        return this;
    }

    CertificateFixture algorithm(String value, KeyPair signer) {
        this.algorithm = value;
        this.keys = signer;
        this.selfSigned = true;
        return this;
    }

    CertificateFixture selfSigned() {
        this.selfSigned = true;
        return this;
    }

    CertificateFixture valid(Instant begin, Duration length) {
        this.from = begin;
        this.to = begin.plus(length);
        return this;
    }

    /** Instead of one of the same kind, if there is one. */
    CertificateFixture with(String oid, boolean critical, ASN1Encodable value) {
        without(oid);
        extensions.add(new Added(oid, critical, value));
        return this;
    }

    CertificateFixture without(String oid) {
        extensions.removeIf(e -> e.oid().equals(oid));
        return this;
    }

    CertificateFixture garbage(String oid) {
        return with(oid, false, DERNull.INSTANCE);
    }

    private X509Certificate build() {
        try {
            X500Name name = new X500Name(subject);
            X500Name issuer = selfSigned
                    ? name
                    : X500Name.getInstance(
                            CA.certificate().getSubjectX500Principal().getEncoded());
            var builder = new JcaX509v3CertificateBuilder(
                    issuer, BigInteger.valueOf(0x1234), Date.from(from), Date.from(to), name, keys.getPublic());
            for (Added added : extensions) {
                builder.addExtension(new Extension(
                        new ASN1ObjectIdentifier(added.oid()),
                        added.critical(),
                        added.value().toASN1Primitive().getEncoded()));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                            .build(selfSigned ? keys.getPrivate() : CA.keys().getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
