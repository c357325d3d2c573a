// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.stadttor.trustlist.certificate.CertificateDetails;

/** Files that staff take away. */
final class Downloads {

    private static final MediaType PEM = new MediaType("application", "x-pem-file");
    private static final int LINE = 64;

    private Downloads() {}

    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.attachment().filename(name).build()))
                .body(content);
    }

    /** Each certificate with its subject above it, as a comment (RFC 7468, 5.2). */
    static ResponseEntity<byte[]> certificates(String name, List<X509Certificate> certificates) {
        String pem = certificates.stream().distinct().map(Downloads::pem).collect(Collectors.joining("\n"));
        return file(name, PEM, pem.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(X509Certificate certificate) {
        try {
            return CertificateDetails.of(certificate, List.of()).subject().replace("-----", "- - -")
                    + "\n-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
