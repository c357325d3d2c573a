// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.certificate.CertificateExpectation;
import org.stadttor.trustlist.certificate.CertificateLint;
import org.stadttor.trustlist.certificate.LintFinding;

/** A certificate on a page. */
public record CertificateView(CertificateDetails details, List<LintFinding> findings) {

    static List<CertificateView> of(List<X509Certificate> certificates, CertificateExpectation expected, Instant now) {
        return certificates.stream()
                .map(c -> new CertificateView(
                        CertificateDetails.of(c, certificates), CertificateLint.of(c, expected, now)))
                .toList();
    }
}
