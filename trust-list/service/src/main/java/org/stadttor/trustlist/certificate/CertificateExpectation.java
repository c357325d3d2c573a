// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import java.util.Objects;

/**
 * For what a certificate is to be listed.
 *
 * @param registrationId of the entity, as {@code organizationIdentifier} should have it; empty if it is not known yet
 * @param country of the entity, two letters; empty if it is not known yet
 * @param issuersOnly the list takes CA certificates only (access and registration certificates)
 * @param accessCertificates it issues access certificates of wallet-relying parties (TS 119 411-8)
 */
public record CertificateExpectation(
        String registrationId, String country, boolean issuersOnly, boolean accessCertificates) {

    /** Of a certificate about which nothing is asked but what it says. */
    public static final CertificateExpectation NONE = new CertificateExpectation("", "", false, false);

    public CertificateExpectation {
        Objects.requireNonNull(registrationId);
        Objects.requireNonNull(country);
    }
}
