// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.certificate.CertificateExpectation;
import org.stadttor.trustlist.certificate.CertificateLint;
import org.stadttor.trustlist.certificate.LintFinding;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;

/**
 * All certificates of an entity as a person must see them before deciding, with everything a careful colleague would say.
 *
 * @param status empty if the issuance certificates sign status lists, too
 */
public record Examination(List<Examined> issuance, List<Examined> status) {

    /** One certificate. */
    public record Examined(CertificateDetails details, List<LintFinding> findings) {
        public Examined {
            findings = List.copyOf(findings);
        }

        /** Whether something is so wrong that it must not be proposed. */
        public boolean blocked() {
            return findings.stream().anyMatch(finding -> finding.severity() == LintFinding.Severity.ERROR);
        }
    }

    public Examination {
        issuance = List.copyOf(issuance);
        status = List.copyOf(status);
    }

    /** Examines what these details name, as of a moment. */
    public static Examination of(IssuerDetails details, Instant at) {
        boolean issuersOnly = details.purpose() == ListPurpose.ACCESS_CERTIFICATE
                || details.purpose() == ListPurpose.REGISTRATION_CERTIFICATE;
        CertificateExpectation issuance = new CertificateExpectation(
                details.registrationId(),
                details.country(),
                issuersOnly,
                details.purpose() == ListPurpose.ACCESS_CERTIFICATE);
        CertificateExpectation status =
                new CertificateExpectation(details.registrationId(), details.country(), false, false);
        return new Examination(
                examined(details.issuance(), issuance, details.certificates(), at),
                examined(details.revocation(), status, details.certificates(), at));
    }

    /** Whether something is so wrong that it must not be proposed. */
    public boolean blocked() {
        return Stream.concat(issuance.stream(), status.stream()).anyMatch(Examined::blocked);
    }

    private static List<Examined> examined(
            List<X509Certificate> certificates,
            CertificateExpectation expected,
            List<X509Certificate> all,
            Instant at) {
        return certificates.stream()
                .map(certificate -> new Examined(
                        CertificateDetails.of(certificate, all), CertificateLint.of(certificate, expected, at)))
                .toList();
    }
}
