// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The verifier's access certificate (WRPAC) with its private key: P-256, the chain leaf first. A trust anchor at the end of
 * the given chain is left out, because request objects must not carry one. {@link #toString()} shows no key.
 *
 * @see <a href="https://openid.net/specs/openid4vc-high-assurance-interoperability-profile-1_0-final.html">HAIP 1.0,
 *     section 5</a>
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119400_119499/11947202/">ETSI TS 119 472-2 V1.1.1, clause 6.3.1</a>
 */
public final class AccessCertificate {

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final ClientIdentifier clientId;

    /**
     * Takes a key and its chain.
     *
     * @throws IllegalArgumentException if the leaf is self-signed, not P-256, not the key's certificate, or the
     *     certificates do not follow each other
     */
    public AccessCertificate(PrivateKey key, List<X509Certificate> certificates) {
        this.key = Objects.requireNonNull(key);
        this.chain = withoutAnchor(certificates);
        requireP256(chain.getFirst());
        requireSamePair(key, chain.getFirst());
        requireOrder(chain);
        this.clientId = ClientIdentifier.of(chain.getFirst());
    }

    /** The client identifier this certificate stands for. */
    public ClientIdentifier clientId() {
        return clientId;
    }

    /** Leaf first, without a trust anchor. */
    public List<X509Certificate> chain() {
        return chain;
    }

    PrivateKey key() {
        return key;
    }

    private static List<X509Certificate> withoutAnchor(List<X509Certificate> certificates) {
        if (certificates.isEmpty() || isSelfSigned(certificates.getFirst())) {
            throw new IllegalArgumentException("the access certificate is missing or self-signed");
        }
        List<X509Certificate> chain = new ArrayList<>(certificates);
        while (isSelfSigned(chain.getLast())) {
            chain.removeLast();
        }
        return List.copyOf(chain);
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static void requireP256(X509Certificate leaf) {
        if (!(leaf.getPublicKey() instanceof ECPublicKey ec)
                || ec.getParams().getCurve().getField().getFieldSize() != 256
                || !ResponseKey.isP256(ec.getParams())) {
            throw new IllegalArgumentException("the access certificate has no P-256 key");
        }
    }

    private static void requireSamePair(PrivateKey key, X509Certificate leaf) {
        byte[] probe = {1, 2, 3};
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(key);
            signing.update(probe);
            Signature verifying = Signature.getInstance("SHA256withECDSA");
            verifying.initVerify(leaf.getPublicKey());
            verifying.update(probe);
            if (!verifying.verify(signing.sign())) {
                throw new IllegalArgumentException("the access certificate belongs to another key");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key of the access certificate cannot sign", e);
        }
    }

    private static void requireOrder(List<X509Certificate> chain) {
        for (int i = 1; i < chain.size(); i++) {
            try {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("certificate " + i + " was not issued by the next one", e);
            }
        }
    }

    @Override
    public String toString() {
        return "AccessCertificate[" + clientId + "]";
    }
}
