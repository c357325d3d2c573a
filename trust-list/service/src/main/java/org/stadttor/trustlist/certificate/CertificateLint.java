// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stadttor.trustlist.certificate.LintFinding.Code;
import org.stadttor.trustlist.evaluation.AnchorFitness;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;

/**
 * Looks at one certificate as a careful colleague would. What the trust decision would refuse is asked of the trust
 * decision itself; the rest is advice. Decides nothing.
 */
public final class CertificateLint {

    /** Time enough to get a new certificate, list it and withdraw the old one. */
    public static final Duration SOON = Duration.ofDays(90);

    private static final Duration LONGEST_LEAF = Duration.ofDays(3 * 366L);
    private static final Duration LONGEST_CA = Duration.ofDays(20 * 366L);
    /** BSI TR-02102-1: from 2024 on. */
    private static final int RSA_BITS = 3_000;

    private static final int KEY_CERT_SIGN = 5;
    private static final Set<String> CONTACTS = Set.of("uri", "email", "other");

    private final X509Certificate certificate;
    private final CertificateExpectation expected;
    private final Instant at;
    private final boolean ca;
    private final List<LintFinding> findings = new ArrayList<>();

    private CertificateLint(X509Certificate certificate, CertificateExpectation expected, Instant at) {
        this.certificate = certificate;
        this.expected = expected;
        this.at = at;
        this.ca = certificate.getBasicConstraints() >= 0;
    }

    /** Everything found, what matters most first. */
    public static List<LintFinding> of(X509Certificate certificate, CertificateExpectation expected, Instant at) {
        CertificateLint lint = new CertificateLint(certificate, expected, at);
        lint.decisionRules();
        lint.time();
        lint.role();
        lint.key();
        lint.readable(lint::names);
        lint.readable(lint::policies);
        lint.readable(() -> CertificateFields.extendedKeyUsage(certificate));
        return lint.findings.stream()
                .distinct()
                .sorted(Comparator.comparing(LintFinding::severity))
                .toList();
    }

    private void decisionRules() {
        for (Reason reason : AnchorFitness.objections(certificate, at)) {
            switch (reason) {
                case ANCHOR_EXPIRED, CERTIFICATE_EXPIRED -> found(Code.EXPIRED, day(notAfter()));
                case CERTIFICATE_NOT_YET_VALID ->
                    found(Code.NOT_YET_VALID, day(certificate.getNotBefore().toInstant()));
                case UNKNOWN_CRITICAL_EXTENSION -> found(Code.UNKNOWN_CRITICAL_EXTENSION, critical());
                case ALGORITHM_NOT_ALLOWED -> found(Code.KEY_TOO_WEAK, keyText());
                case KEY_USAGE_INVALID ->
                    found(Code.KEY_USAGE_CONTRADICTS_ROLE, ca ? "keyCertSign" : "digitalSignature");
                // Not asked of a single certificate.
                case NO_ANCHOR_OF_THAT_SERVICE,
                        NOT_LISTED,
                        AMBIGUOUS_ENTITY,
                        LEAF_SELF_SIGNED,
                        LEAF_IS_CA,
                        NOT_A_CA,
                        PATH_LENGTH_EXCEEDED,
                        SIGNATURE_INVALID,
                        LIST_EXPIRED -> {}
            }
        }
    }

    private void time() {
        if (at.isBefore(notAfter()) && notAfter().isBefore(at.plus(SOON))) {
            found(Code.EXPIRES_SOON, day(notAfter()));
        }
        Duration validity = Duration.between(certificate.getNotBefore().toInstant(), notAfter());
        if (validity.compareTo(ca ? LONGEST_CA : LONGEST_LEAF) > 0) {
            found(Code.VALIDITY_TOO_LONG, Long.toString(validity.toDays()));
        }
    }

    private void role() {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null) {
            found(Code.KEY_USAGE_MISSING, "");
        } else if (!ca && usage[KEY_CERT_SIGN]) {
            found(Code.CERT_SIGN_WITHOUT_CA, "keyCertSign");
        }
        boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        if (!ca && selfIssued) {
            found(Code.LEAF_SELF_SIGNED, "");
        }
        if (!ca && expected.issuersOnly()) {
            found(Code.CA_NEEDED, "");
        }
        if (ca && certificate.getBasicConstraints() == Integer.MAX_VALUE) {
            found(Code.PATH_LENGTH_UNLIMITED, "");
        }
        boolean pointer = certificate.getExtensionValue("2.5.29.31") != null
                || certificate.getExtensionValue("1.3.6.1.5.5.7.1.1") != null;
        if (!selfIssued && !pointer) {
            found(Code.REVOCATION_POINTER_MISSING, "");
        }
    }

    private void key() {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < RSA_BITS
                && findings.stream().noneMatch(f -> f.code() == Code.KEY_TOO_WEAK)) {
            found(Code.KEY_SHORT, keyText());
        }
        if (!AnchorFitness.signedWithAllowedAlgorithm(certificate)) {
            found(Code.SIGNATURE_ALGORITHM_OUTDATED, VisibleText.of(certificate.getSigAlgName()));
        }
    }

    private void names() {
        boolean contact = CertificateFields.alternativeNames(certificate).stream()
                .anyMatch(name -> CONTACTS.contains(name.type()));
        if (!ca && !contact) {
            found(Code.CONTACT_MISSING, "");
        }
        Optional<String> identifier = CertificateFields.subject(certificate, CertificateFields.ORGANIZATION_IDENTIFIER);
        if (identifier.isEmpty()) {
            found(Code.ORGANIZATION_IDENTIFIER_MISSING, expected.registrationId());
        } else if (!expected.registrationId().isEmpty() && !identifier.get().equals(expected.registrationId())) {
            found(Code.ORGANIZATION_IDENTIFIER_MISMATCH, VisibleText.of(identifier.get()));
        }
        CertificateFields.subject(certificate, CertificateFields.COUNTRY)
                .filter(country -> !expected.country().isEmpty() && !country.equals(expected.country()))
                .ifPresent(country -> found(Code.COUNTRY_MISMATCH, VisibleText.of(country)));
    }

    /** A root without policies allows all of them. */
    private void policies() {
        List<String> policies = CertificateFields.policies(certificate);
        boolean selfIssued = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        boolean fits = policies.isEmpty()
                ? selfIssued
                : policies.contains(KnownOids.ANY_POLICY)
                        || policies.stream().anyMatch(KnownOids.ACCESS_POLICIES::containsKey);
        if (expected.accessCertificates() && !fits) {
            found(Code.ACCESS_POLICY_MISSING, String.join(", ", policies));
        }
    }

    private void readable(Runnable look) {
        try {
            look.run();
        } catch (CertificateFields.UnreadableException e) {
            found(Code.EXTENSION_UNREADABLE, "");
        }
    }

    private String critical() {
        return String.join(", ", new TreeSet<>(AnchorFitness.notUnderstood(certificate)));
    }

    private String keyText() {
        return PublicKeyDescription.of(certificate.getPublicKey()).text();
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    private void found(Code code, String detail) {
        findings.add(new LintFinding(code, detail));
    }
}
