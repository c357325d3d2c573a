// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256, hexadecimal, as operators compare it. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Of the lines {@code issuance <fingerprint>} and {@code revocation <fingerprint>}, each with a line feed. */
    static String ofServices(IssuerDetails details) {
        StringBuilder lines = new StringBuilder();
        details.issuance().forEach(c -> lines.append("issuance ").append(of(c)).append('\n'));
        details.revocation()
                .forEach(c -> lines.append("revocation ").append(of(c)).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(lines.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
