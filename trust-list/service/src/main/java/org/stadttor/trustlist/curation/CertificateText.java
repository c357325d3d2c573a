// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.stadttor.trustlist.certificate.CertificateInput;

/** Certificates as PEM, for fields of forms. */
final class CertificateText {

    private CertificateText() {}

    static String of(List<X509Certificate> certificates) {
        return certificates.stream().map(CertificateText::pem).collect(Collectors.joining("\n"));
    }

    /**
     * What is in an uploaded file.
     *
     * @throws org.stadttor.trustlist.certificate.CertificateInputException if these are not certificates
     */
    static String ofFile(byte[] file) {
        return of(CertificateInput.parse(file).certificates());
    }

    private static String pem(X509Certificate certificate) {
        try {
            String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----";
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
