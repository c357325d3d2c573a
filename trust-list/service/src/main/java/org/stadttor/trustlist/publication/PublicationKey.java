// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.stadttor.trustlist.lote.LoteSignature;

/**
 * The key that signs the lists, with its certificate, which readers have pinned.
 *
 * @param announced certificates that will sign later issues; they stand in the self pointer, so that readers learn them
 *     before they are used
 */
public record PublicationKey(PrivateKey key, X509Certificate certificate, List<X509Certificate> announced) {

    private static final int P256_BITS = 256;
    private static final byte[] PROBE = {1};

    public PublicationKey {
        announced = List.copyOf(announced);
        if (!(certificate.getPublicKey() instanceof ECPublicKey ec)
                || ec.getParams().getOrder().bitLength() != P256_BITS) {
            throw new IllegalArgumentException("the signing certificate of the trust list must have a P-256 key");
        }
        if (!belongTogether(key, certificate)) {
            throw new IllegalArgumentException("signing key and signing certificate do not belong together");
        }
    }

    String sign(byte[] payload, Instant signingTime) {
        return LoteSignature.sign(payload, key, certificate, signingTime);
    }

    /** All certificates that may sign from now on. */
    List<X509Certificate> signers() {
        return Stream.concat(Stream.of(certificate), announced.stream())
                .distinct()
                .toList();
    }

    /** SHA-256 of the certificate that signs. */
    String fingerprint() {
        try {
            return Publication.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(key);
            signing.update(PROBE);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance("SHA256withECDSA");
            verifying.initVerify(certificate.getPublicKey());
            verifying.update(PROBE);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the signing key of the trust list cannot be used", e);
        }
    }

    @Override
    public String toString() {
        return "PublicationKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
