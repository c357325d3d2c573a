// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256, hexadecimal, as operators compare it. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(X509Certificate certificate) {
        try {
            return of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the lines {@code issuance <fingerprint>} and {@code revocation <fingerprint>}, each with a line feed. */
    static String ofServices(IssuerDetails details) {
        StringBuilder lines = new StringBuilder();
        details.issuance().forEach(c -> lines.append("issuance ").append(of(c)).append('\n'));
        details.revocation()
                .forEach(c -> lines.append("revocation ").append(of(c)).append('\n'));
        return of(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
