// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.trustlist.evaluation.TrustDecision.Untrusted;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;

/**
 * Decides whether a certificate chain belongs to a listed service. A pure function of its arguments: callers may cache
 * the answer per list instance for a short time.
 *
 * <p>A listed CA certificate trusts what it issued, by a path (RFC 5280, section 6) of at most
 * {@link CertificateChain#MAX_LENGTH}; a listed end-entity certificate trusts itself and nothing else. Revocation of
 * certificates is the list's business, not checked here. An extended key usage is not asked for.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, annex D</a>
 */
public final class TrustEvaluator {

    private TrustEvaluator() {}

    /**
     * The decision.
     *
     * @param service only certificates of services of exactly this type count
     * @param at now: the moment at which list and certificates must be valid
     */
    public static TrustDecision evaluate(
            ListOfTrustedEntities list, CertificateChain chain, ServiceType service, Instant at) {
        return evaluate(list, chain, service, at, Steps.UNHEARD);
    }

    /** The same, told step by step. */
    static TrustDecision evaluate(
            ListOfTrustedEntities list, CertificateChain chain, ServiceType service, Instant at, Steps steps) {
        try {
            steps.begin(TrustRule.LIST_IN_FORCE, null);
            if (list.isExpiredAt(at)) {
                throw new UntrustedException(Reason.LIST_EXPIRED);
            }
            steps.begin(TrustRule.SERVICE_LISTED, null);
            return decide(Anchors.of(list, service, steps), chain.certificates(), new CertificateRules(at, steps));
        } catch (UntrustedException e) {
            return new Untrusted(e.reason());
        }
    }

    private static Trusted decide(Anchors anchors, List<X509Certificate> chain, CertificateRules rules) {
        X509Certificate leaf = chain.getFirst();
        rules.requireLeaf(leaf);
        Optional<Anchor> itself = anchors.equalTo(leaf);
        if (itself.isPresent()) {
            rules.requireAnchorValidity(leaf);
            return itself.get().trusted();
        }
        rules.requireNotSelfSigned(leaf);
        rules.requireValidity(leaf);
        return path(anchors, chain, rules);
    }

    /** Upwards from the leaf until a listed CA has issued the certificate at hand; what follows it is not looked at. */
    private static Trusted path(Anchors anchors, List<X509Certificate> chain, CertificateRules rules) {
        for (int i = 0; ; i++) {
            X509Certificate certificate = chain.get(i);
            // Certificates between leaf and anchor: those above the leaf so far.
            Optional<Anchor> issuer = anchors.issuerOf(certificate, i, rules);
            if (issuer.isPresent()) {
                return issuer.get().trusted();
            }
            if (i + 1 == chain.size()) {
                throw anchors.notFound(certificate);
            }
            X509Certificate next = chain.get(i + 1);
            if (!next.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                throw anchors.notFound(certificate);
            }
            rules.requireIssuer(next, i);
            rules.requireValidity(next);
            rules.requireSignature(certificate, next.getPublicKey());
        }
    }
}
