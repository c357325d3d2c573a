// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * What a certificate says, for people. All texts are safe to be looked at: invisible characters stand by their number.
 * An extension that cannot be read is left out here; {@link CertificateLint} says that there is one.
 *
 * @param subject distinguished name, RFC 2253
 * @param serial hexadecimal
 * @param ca whether it may issue certificates
 * @param pathLength how many CAs it allows below itself; none if it does not say
 * @param keyUsage codes such as {@code digital_signature}; empty if it does not say
 * @param extendedKeyUsage names with object identifiers
 * @param policies names with object identifiers
 * @param criticalExtensions object identifiers of all critical extensions
 * @param sha256 fingerprint, hexadecimal
 * @param sha1 fingerprint for comparison with old documents; nothing is decided on it
 * @param chain subjects from this certificate upwards, as far as the given certificates reach and signatures fit
 */
public record CertificateDetails(
        String subject,
        String issuer,
        String serial,
        Instant notBefore,
        Instant notAfter,
        PublicKeyDescription key,
        String signatureAlgorithm,
        boolean ca,
        OptionalInt pathLength,
        List<String> keyUsage,
        List<String> extendedKeyUsage,
        List<AlternativeName> alternativeNames,
        List<String> policies,
        Set<String> criticalExtensions,
        Optional<String> organizationIdentifier,
        String sha256,
        String sha1,
        List<String> chain) {

    /**
     * A subject alternative name.
     *
     * @param type {@code dns}, {@code uri}, {@code email}, {@code ip}, {@code directory}, {@code other} …
     */
    public record AlternativeName(String type, String value) {}

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    public CertificateDetails {
        keyUsage = List.copyOf(keyUsage);
        extendedKeyUsage = List.copyOf(extendedKeyUsage);
        alternativeNames = List.copyOf(alternativeNames);
        policies = List.copyOf(policies);
        criticalExtensions = Set.copyOf(criticalExtensions);
        chain = List.copyOf(chain);
    }

    /**
     * The details of one certificate.
     *
     * @param all the certificates it came with, for the chain; it may be among them
     */
    public static CertificateDetails of(X509Certificate certificate, List<X509Certificate> all) {
        int constraint = certificate.getBasicConstraints();
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return new CertificateDetails(
                CertificateFields.name(certificate.getSubjectX500Principal()),
                CertificateFields.name(certificate.getIssuerX500Principal()),
                serial(certificate.getSerialNumber()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                PublicKeyDescription.of(certificate.getPublicKey()),
                VisibleText.of(certificate.getSigAlgName()),
                constraint >= 0,
                constraint >= 0 && constraint < Integer.MAX_VALUE ? OptionalInt.of(constraint) : OptionalInt.empty(),
                CertificateFields.keyUsage(certificate),
                readable(() -> CertificateFields.extendedKeyUsage(certificate)).stream()
                        .map(KnownOids::named)
                        .toList(),
                readable(() -> CertificateFields.alternativeNames(certificate)),
                readable(() -> CertificateFields.policies(certificate)).stream()
                        .map(KnownOids::named)
                        .toList(),
                critical == null ? Set.of() : critical,
                readable(() ->
                                CertificateFields.subject(certificate, CertificateFields.ORGANIZATION_IDENTIFIER)
                                        .stream()
                                        .toList())
                        .stream()
                        .findFirst()
                        .map(VisibleText::of),
                fingerprint(certificate, "SHA-256"),
                fingerprint(certificate, "SHA-1"),
                chain(certificate, all));
    }

    /** SHA-256 of the DER, hexadecimal. */
    public static String sha256(X509Certificate certificate) {
        return fingerprint(certificate, "SHA-256");
    }

    /** Whether subject and issuer have one name. */
    public boolean selfIssued() {
        return subject.equals(issuer);
    }

    private static <T> List<T> readable(Supplier<List<T>> field) {
        try {
            return field.get();
        } catch (CertificateFields.UnreadableException e) {
            return List.of();
        }
    }

    private static String serial(BigInteger number) {
        return HexFormat.of().formatHex(number.toByteArray());
    }

    private static String fingerprint(X509Certificate certificate, String digest) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> chain(X509Certificate certificate, List<X509Certificate> all) {
        List<String> chain = new ArrayList<>();
        Set<X509Certificate> seen = new java.util.HashSet<>();
        Optional<X509Certificate> next = Optional.of(certificate);
        while (next.isPresent() && seen.add(next.get())) {
            X509Certificate current = next.get();
            chain.add(CertificateFields.name(current.getSubjectX500Principal()));
            next = all.stream().filter(issuer -> issued(issuer, current)).findFirst();
        }
        return chain;
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey(), BOUNCY_CASTLE);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
