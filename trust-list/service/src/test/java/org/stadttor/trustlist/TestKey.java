// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stadttor.trustlist.issuer.CredentialType;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;

/** A P-256 key with a self-signed CA certificate. */
public record TestKey(KeyPair keys, X509Certificate certificate) {

    /** Certificates of tests are valid around this moment. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    public static TestKey create(String name) {
        return create(name, NOW.plus(Duration.ofDays(365)));
    }

    public static TestKey create(String name, Instant notAfter) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return new TestKey(keys, certificate(keys, name, notAfter));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with an end-entity certificate. */
    public static TestKey leaf(String name) {
        TestKey key = create(name);
        return new TestKey(key.keys, certificate(key.keys, name, NOW.plus(Duration.ofDays(365)), false));
    }

    /** One more CA certificate of a key. */
    public static X509Certificate certificate(KeyPair keys, String name, Instant notAfter) {
        return certificate(keys, name, notAfter, true);
    }

    private static X509Certificate certificate(KeyPair keys, String name, Instant notAfter, boolean ca) {
        try {
            X500Name subject = new X500Name("C=DE,O=Stadttor Test,CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(120, new SecureRandom()),
                            Date.from(NOW.minus(Duration.ofDays(365))),
                            Date.from(notAfter),
                            subject,
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate this key has issued for signing. */
    public String leafPem(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var builder = new JcaX509v3CertificateBuilder(
                    certificate,
                    new BigInteger(120, new SecureRandom()),
                    Date.from(NOW.minus(Duration.ofDays(1))),
                    Date.from(NOW.plus(Duration.ofDays(90))),
                    new javax.security.auth.x500.X500Principal("CN=" + name),
                    generator.generateKeyPair().getPublic());
            return pem(
                    "CERTIFICATE",
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                            .getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An issuer whose CA is this key. */
    public IssuerDetails issuer(String name) {
        return issuer(ListPurpose.PID, name);
    }

    /** An entity for that purpose whose CA is this key. */
    public IssuerDetails issuer(ListPurpose purpose, String name) {
        return new IssuerDetails(
                purpose,
                name,
                "NTRDE-" + name,
                "DE",
                new Contact("Weg 1", "Musterstadt", "12345", "DE", List.of("mailto:pid@example.org"), List.of()),
                List.of(certificate),
                List.of(certificate),
                StatusPolicy.STATUS_REQUIRED,
                List.of(new CredentialType("dc+sd-jwt", "urn:eudi:pid:de:1")),
                "test agreement");
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }
}
