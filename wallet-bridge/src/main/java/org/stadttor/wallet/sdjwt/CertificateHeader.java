// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The issuer's certificates in the JOSE header, the only way a key gets in (HAIP 1.0, section 6.1.1).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-4.1.6">RFC 7515, section 4.1.6</a>
 */
final class CertificateHeader {

    private static final List<String> OTHER_KEYS = List.of("jku", "jwk", "x5u");

    private CertificateHeader() {}

    /** The certificates as text: base64 (not base64url) of DER, the leaf first. Nothing has been decoded. */
    static List<String> require(ObjectNode header) {
        if (header.has("crit") || OTHER_KEYS.stream().anyMatch(header::has)) {
            throw new CredentialRejectedException(Reason.HEADER_NOT_ALLOWED);
        }
        JsonNode x5c = header.path("x5c");
        if (!x5c.isArray() || x5c.isEmpty()) {
            throw new CredentialRejectedException(Reason.ISSUER_CHAIN_MISSING);
        }
        if (x5c.size() > CertificateChain.MAX_LENGTH) {
            throw new CredentialRejectedException(Reason.ISSUER_CHAIN_INVALID);
        }
        List<String> certificates = new ArrayList<>();
        for (JsonNode certificate : x5c) {
            certificates.add(certificate
                    .stringValueOpt()
                    .orElseThrow(() -> new CredentialRejectedException(Reason.ISSUER_CHAIN_INVALID)));
        }
        return List.copyOf(certificates);
    }

    static CertificateChain chain(List<String> x5c) {
        return new CertificateChain(
                x5c.stream().map(CertificateHeader::certificate).toList());
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            // The factory also reads PEM, and stops at the end of the certificate.
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw new CredentialRejectedException(Reason.ISSUER_CHAIN_INVALID);
            }
            return certificate;
        } catch (IllegalArgumentException | CertificateException _) {
            throw new CredentialRejectedException(Reason.ISSUER_CHAIN_INVALID);
        }
    }
}
