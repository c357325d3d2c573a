// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;

/** What RFC 5280 asks of the certificates of a path at one moment. Each rule throws. */
final class CertificateRules {

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final int MIN_RSA_BITS = 2048;
    private static final Set<Integer> EC_BITS = Set.of(256, 384, 521);

    /** Key usage, alternative names, basic constraints, policies (any is fine), extended key usage (not asked for). */
    private static final Set<String> UNDERSTOOD =
            Set.of("2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.32", "2.5.29.37");

    private static final String RSA_PSS = "1.2.840.113549.1.1.10";

    /** ECDSA and RSA with SHA-256, -384, -512; Ed25519. */
    private static final Set<String> SIGNATURE_ALGORITHMS = Set.of(
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4",
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.3.101.112");

    private static final Set<String> PSS_DIGESTS = Set.of("SHA-256", "SHA-384", "SHA-512");

    private final Instant at;
    private final Steps steps;

    CertificateRules(Instant at, Steps steps) {
        this.at = at;
        this.steps = steps;
    }

    void requireLeaf(X509Certificate leaf) {
        requireUnderstood(leaf);
        requireSigner(leaf);
    }

    void requireSigner(X509Certificate leaf) {
        steps.begin(TrustRule.LEAF_NOT_CA, leaf);
        if (leaf.getBasicConstraints() >= 0) {
            throw new UntrustedException(Reason.LEAF_IS_CA);
        }
        steps.begin(TrustRule.LEAF_MAY_SIGN, leaf);
        requireKeyUsage(leaf, DIGITAL_SIGNATURE);
    }

    void requireNotSelfSigned(X509Certificate leaf) {
        steps.begin(TrustRule.LEAF_NOT_SELF_SIGNED, leaf);
        if (leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
            throw new UntrustedException(Reason.LEAF_SELF_SIGNED);
        }
    }

    /** May this certificate issue others, with so many CA certificates between it and the leaf? */
    void requireIssuer(X509Certificate ca, int above) {
        requireUnderstood(ca);
        requireCa(ca, above);
    }

    void requireCa(X509Certificate ca, int above) {
        steps.begin(TrustRule.ISSUER_IS_CA, ca);
        if (ca.getBasicConstraints() < 0) {
            throw new UntrustedException(Reason.NOT_A_CA);
        }
        steps.begin(TrustRule.ISSUER_MAY_SIGN, ca);
        requireKeyUsage(ca, KEY_CERT_SIGN);
        steps.begin(TrustRule.PATH_LENGTH_KEPT, ca);
        if (ca.getBasicConstraints() < above) {
            throw new UntrustedException(Reason.PATH_LENGTH_EXCEEDED);
        }
    }

    void requireValidity(X509Certificate certificate) {
        requireValidity(certificate, Reason.CERTIFICATE_EXPIRED);
    }

    void requireAnchorValidity(X509Certificate anchor) {
        requireValidity(anchor, Reason.ANCHOR_EXPIRED);
    }

    /** Bouncy Castle verifies P-256 seven times as fast as the JDK. */
    void requireSignature(X509Certificate certificate, PublicKey key) {
        steps.begin(TrustRule.ALGORITHM_ALLOWED, certificate);
        requireAlgorithm(certificate);
        requireStrongKey(key);
        steps.begin(TrustRule.SIGNATURE_VALID, certificate);
        try {
            certificate.verify(key, BOUNCY_CASTLE);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UntrustedException(Reason.SIGNATURE_INVALID);
        }
    }

    void requireUnderstood(X509Certificate certificate) {
        steps.begin(TrustRule.EXTENSIONS_UNDERSTOOD, certificate);
        if (!notUnderstood(certificate).isEmpty()) {
            throw new UntrustedException(Reason.UNKNOWN_CRITICAL_EXTENSION);
        }
    }

    static Set<String> notUnderstood(X509Certificate certificate) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical == null || UNDERSTOOD.containsAll(critical)) {
            return Set.of();
        }
        return critical.stream().filter(oid -> !UNDERSTOOD.contains(oid)).collect(Collectors.toUnmodifiableSet());
    }

    private void requireValidity(X509Certificate certificate, Reason expired) {
        steps.begin(TrustRule.WITHIN_VALIDITY, certificate);
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            throw new UntrustedException(Reason.CERTIFICATE_NOT_YET_VALID);
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new UntrustedException(expired);
        }
    }

    private static void requireKeyUsage(X509Certificate certificate, int bit) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[bit]) {
            throw new UntrustedException(Reason.KEY_USAGE_INVALID);
        }
    }

    static void requireAlgorithm(X509Certificate certificate) {
        String oid = certificate.getSigAlgOID();
        boolean allowed =
                oid.equals(RSA_PSS) ? PSS_DIGESTS.contains(pssDigest(certificate)) : SIGNATURE_ALGORITHMS.contains(oid);
        if (!allowed) {
            throw new UntrustedException(Reason.ALGORITHM_NOT_ALLOWED);
        }
    }

    private static String pssDigest(X509Certificate certificate) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(certificate.getSigAlgParams());
            return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
        } catch (GeneralSecurityException | java.io.IOException | RuntimeException e) {
            throw new UntrustedException(Reason.ALGORITHM_NOT_ALLOWED);
        }
    }

    static void requireStrongKey(PublicKey key) {
        boolean strong = switch (key) {
            case ECPublicKey ec -> EC_BITS.contains(ec.getParams().getOrder().bitLength());
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= MIN_RSA_BITS;
            case PublicKey other -> other.getAlgorithm().equals("EdDSA");
        };
        if (!strong) {
            throw new UntrustedException(Reason.ALGORITHM_NOT_ALLOWED);
        }
    }
}
