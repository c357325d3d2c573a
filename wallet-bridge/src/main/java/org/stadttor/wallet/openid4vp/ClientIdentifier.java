// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A full client identifier, prefix included. Only {@code x509_hash} exists here: the identifier is the hash of the access
 * certificate, so it changes with each renewal and every presentation keeps the one it was started under.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 5.9.3</a>
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
 *     section 5</a>
 */
public record ClientIdentifier(String value) {

    private static final String X509_HASH = "x509_hash:";

    public ClientIdentifier {
        if (!value.matches("x509_hash:[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("not an x509_hash client identifier");
        }
    }

    /** {@code x509_hash:} and the base64url SHA-256 of the DER encoded leaf certificate. */
    public static ClientIdentifier of(X509Certificate leaf) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded());
            return new ClientIdentifier(
                    X509_HASH + Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalArgumentException("certificate cannot be hashed", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
