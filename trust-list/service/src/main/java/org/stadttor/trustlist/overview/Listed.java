// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.stadttor.trustlist.certificate.CertificateExpectation;
import org.stadttor.trustlist.certificate.CertificateLint;
import org.stadttor.trustlist.certificate.LintFinding;
import org.stadttor.trustlist.certificate.LintFinding.Severity;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;

/** What is expected of the certificates of an entity, and what is conspicuous about them. */
public final class Listed {

    private Listed() {}

    /** For what the certificates of this entity are listed. */
    public static CertificateExpectation expectation(IssuerDetails details) {
        boolean access = details.purpose() == ListPurpose.ACCESS_CERTIFICATE;
        return new CertificateExpectation(
                details.registrationId(),
                details.country(),
                access || details.purpose() == ListPurpose.REGISTRATION_CERTIFICATE,
                access);
    }

    /** How many errors and warnings there are; notes are not counted. */
    static long findings(IssuerDetails details, Instant now) {
        return details.certificates().stream()
                .flatMap(certificate -> findings(certificate, details, now).stream())
                .filter(finding -> finding.severity() != Severity.NOTE)
                .count();
    }

    private static List<LintFinding> findings(X509Certificate certificate, IssuerDetails details, Instant now) {
        return CertificateLint.of(certificate, expectation(details), now);
    }
}
