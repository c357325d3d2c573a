// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.lote.InvalidListException.Reason;

/** The rules for the header of a signed list (JAdES baseline B; RFC 7515, section 4). */
record SignatureHeader(JWSHeader header) {

    static final Set<JWSAlgorithm> ECDSA = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final Set<JWSAlgorithm> ALLOWED = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.PS256);

    /** Members that may be critical: the signing time of signatures made before July 2025. */
    static final Set<String> UNDERSTOOD = Set.of("sigT");

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Algorithm, critical members, payload inside. */
    void requireUnderstood() {
        if (!ALLOWED.contains(header.getAlgorithm())) {
            throw new InvalidListException(Reason.ALGORITHM_NOT_ALLOWED, "alg");
        }
        if (!header.isBase64URLEncodePayload() || has("b64") || has("sigD")) {
            throw new InvalidListException(Reason.PAYLOAD_DETACHED, "b64 or sigD");
        }
        Set<String> critical = header.getCriticalParams();
        if (critical != null
                && (critical.isEmpty()
                        || !UNDERSTOOD.containsAll(critical)
                        || !critical.stream().allMatch(this::has))) {
            throw new InvalidListException(Reason.CRITICAL_HEADER_UNKNOWN, "crit");
        }
    }

    /** {@code iat} may be absent (older signatures say {@code sigT}), but not lie in the future. */
    void requireSigningTime(Instant now) {
        Object issuedAt = header.getCustomParam("iat");
        if (issuedAt == null) {
            return;
        }
        if (!(issuedAt instanceof Number number)
                || Instant.ofEpochSecond(clamp(number.doubleValue())).isAfter(now.plus(CLOCK_SKEW))) {
            throw new InvalidListException(Reason.SIGNING_TIME_INVALID, "iat");
        }
    }

    /**
     * The pinned certificate the header refers to: the leaf of {@code x5c}, or another certificate of the same key, or
     * the one with this {@code x5t#S256}. Where both members are given they must agree.
     */
    X509Certificate requirePinnedSigner(Collection<X509Certificate> pinned) {
        X509Certificate leaf = leaf();
        Base64URL thumbprint = header.getX509CertSHA256Thumbprint();
        if (leaf == null && thumbprint == null) {
            throw new InvalidListException(Reason.SIGNER_UNNAMED, "neither x5c nor x5t#S256");
        }
        if (leaf != null && thumbprint != null && !thumbprint(leaf).equals(thumbprint)) {
            throw new InvalidListException(Reason.SIGNER_NOT_PINNED, "x5t#S256 is of another certificate than x5c");
        }
        return pinned.stream()
                .filter(p -> leaf == null
                        ? thumbprint(p).equals(thumbprint)
                        : p.equals(leaf) || p.getPublicKey().equals(leaf.getPublicKey()))
                .findFirst()
                .orElseThrow(() -> new InvalidListException(Reason.SIGNER_NOT_PINNED, "not a pinned certificate"));
    }

    static Base64URL thumbprint(X509Certificate certificate) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(Certificates.encoded(certificate)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable X509Certificate leaf() {
        List<Base64> chain = header.getX509CertChain();
        if (chain == null) {
            return null;
        }
        if (chain.isEmpty()) {
            throw new InvalidListException(Reason.SIGNER_UNNAMED, "x5c is empty");
        }
        return Certificates.parse(chain.getFirst().decode());
    }

    private boolean has(String name) {
        return header.getIncludedParams().contains(name);
    }

    private static long clamp(double seconds) {
        return (long) Math.max(0, Math.min(seconds, Integer.MAX_VALUE * 1000.0));
    }
}
