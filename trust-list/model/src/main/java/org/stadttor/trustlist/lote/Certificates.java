// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.stadttor.trustlist.lote.InvalidListException.Reason;

/** Certificates of a list: base64 of DER (TS 119 602, 6.6.3). */
final class Certificates {

    private static final int MAX_DER = 64 * 1024;

    private Certificates() {}

    /** Those of all identities, without duplicates, in order. */
    static List<X509Certificate> of(List<JsonMembers> identities) {
        return identities.stream()
                .flatMap(i -> i.optionalObjects("X509Certificates").stream())
                .map(c -> parse(c.longText("val")))
                .distinct()
                .toList();
    }

    /** Line breaks within the base64 are seen in the wild and change nothing; anything after the DER is refused. */
    private static X509Certificate parse(String base64) {
        try {
            return parse(Base64.getDecoder().decode(base64.replaceAll("[\\r\\n ]", "")));
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    static X509Certificate parse(byte[] der) {
        try {
            if (der.length == 0 || der.length > MAX_DER || der[0] != 0x30) {
                throw new CertificateException("not the DER of a certificate");
            }
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw new CertificateException("something follows the certificate");
            }
            return certificate;
        } catch (CertificateException e) {
            throw unreadable(e);
        }
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static InvalidListException unreadable(Exception cause) {
        return new InvalidListException(Reason.CERTIFICATE_UNREADABLE, "X509Certificates", cause);
    }
}
