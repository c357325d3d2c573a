// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet.web;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.stadttor.sandbox.wallet.PresentationRequest;

/**
 * Who asks, as their access certificate says.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119400_119499/11941108/">ETSI TS 119 411-8, section 5</a>
 */
record Requester(String name, String organisation, String identifier, String contact, String issuer) {

    private static final int URI_NAME = 6;

    static Requester of(PresentationRequest request) {
        X509Certificate certificate = request.requester();
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        return new Requester(
                value(subject, BCStyle.CN),
                value(subject, BCStyle.O),
                value(subject, BCStyle.ORGANIZATION_IDENTIFIER),
                contact(certificate),
                value(issuer, BCStyle.CN));
    }

    private static String value(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        return found.length == 0
                ? ""
                : IETFUtils.valueToString(found[0].getFirst().getValue());
    }

    private static String contact(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? ""
                    : names.stream()
                            .filter(entry -> Objects.equals(entry.get(0), URI_NAME))
                            .map(entry -> String.valueOf(entry.get(1)))
                            .findFirst()
                            .orElse("");
        } catch (CertificateParsingException e) {
            return "";
        }
    }
}
