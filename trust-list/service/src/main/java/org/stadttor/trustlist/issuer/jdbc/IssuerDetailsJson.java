// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer.jdbc;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.StatusPolicy;
import tools.jackson.databind.json.JsonMapper;

/** The details of an issuer as they are stored: JSON, certificates in base64. */
final class IssuerDetailsJson {

    private static final JsonMapper JSON = new JsonMapper();

    private IssuerDetailsJson() {}

    private record Stored(
            String name,
            String registrationId,
            String country,
            Contact contact,
            List<String> issuance,
            List<String> revocation,
            StatusPolicy statusPolicy,
            String legalBasis) {}

    static String write(IssuerDetails details) {
        return JSON.writeValueAsString(new Stored(
                details.name(),
                details.registrationId(),
                details.country(),
                details.contact(),
                details.issuance().stream().map(IssuerDetailsJson::encode).toList(),
                details.revocation().stream().map(IssuerDetailsJson::encode).toList(),
                details.statusPolicy(),
                details.legalBasis()));
    }

    static IssuerDetails read(String json) {
        Stored stored = JSON.readValue(json, Stored.class);
        return new IssuerDetails(
                stored.name(),
                stored.registrationId(),
                stored.country(),
                stored.contact(),
                stored.issuance().stream().map(IssuerDetailsJson::decode).toList(),
                stored.revocation().stream().map(IssuerDetailsJson::decode).toList(),
                stored.statusPolicy(),
                stored.legalBasis());
    }

    private static String encode(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static X509Certificate decode(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored certificate is unreadable", e);
        }
    }
}
