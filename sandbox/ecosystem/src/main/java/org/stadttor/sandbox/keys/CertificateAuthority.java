// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A root certificate with its key; issues end-entity certificates for signing (RFC 5280, section 4.2.1). */
public record CertificateAuthority(PrivateKey key, X509Certificate certificate) {

    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new root that is valid for ten years. */
    public static CertificateAuthority create(X500Name name, Instant now) {
        KeyPair pair = Certificates.newKeyPair();
        X509v3CertificateBuilder builder =
                builder(name, name, pair.getPublic(), now.minus(BACKDATED), now.plus(Duration.ofDays(3650)));
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()));
            return new CertificateAuthority(pair.getPrivate(), sign(builder, pair.getPrivate()));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("certificate authority cannot be made", e);
        }
    }

    /** A signer's certificate that is valid for a year. */
    public SigningIdentity issue(X500Name subject, Instant now) {
        return issue(subject, now.minus(BACKDATED), now.plus(Duration.ofDays(365)), null);
    }

    /**
     * A signer's certificate.
     *
     * @param contact address of a web page for the subject alternative name, as access certificates carry it
     */
    public SigningIdentity issue(X500Name subject, Instant notBefore, Instant notAfter, @Nullable String contact) {
        KeyPair pair = Certificates.newKeyPair();
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuer, subject, pair.getPublic(), notBefore, notAfter);
        try {
            addSignerExtensions(builder, pair.getPublic());
            if (contact != null) {
                GeneralName uri = new GeneralName(GeneralName.uniformResourceIdentifier, contact);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(uri));
            }
            return new SigningIdentity(pair.getPrivate(), List.of(sign(builder, key)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("certificate cannot be made", e);
        }
    }

    @Override
    public String toString() {
        return "CertificateAuthority[" + certificate.getSubjectX500Principal() + "]";
    }

    private void addSignerExtensions(X509v3CertificateBuilder builder, PublicKey subject)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey()));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant notBefore, Instant notAfter) {
        BigInteger serial = new BigInteger(120, RANDOM).setBit(120);
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(notBefore), Date.from(notAfter), subject, key);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }
}
