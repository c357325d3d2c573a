// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;

/** What the trust decision would object to in a certificate before it is listed: the same rules, asked one by one. */
public final class AnchorFitness {

    private AnchorFitness() {}

    /**
     * Everything that would be refused: of a CA certificate as issuer, of another as the signer of credentials. The
     * algorithm of its own signature is not asked, because that signature is never verified.
     */
    public static Set<Reason> objections(X509Certificate certificate, Instant at) {
        Set<Reason> objections = EnumSet.noneOf(Reason.class);
        CertificateRules rules = new CertificateRules(at, Steps.UNHEARD);
        collect(objections, () -> rules.requireUnderstood(certificate));
        collect(objections, () -> rules.requireAnchorValidity(certificate));
        collect(objections, () -> CertificateRules.requireStrongKey(certificate.getPublicKey()));
        if (certificate.getBasicConstraints() >= 0) {
            collect(objections, () -> rules.requireCa(certificate, 0));
        } else {
            collect(objections, () -> rules.requireSigner(certificate));
        }
        return objections;
    }

    /** Whether the signature on the certificate could be verified in a path. */
    public static boolean signedWithAllowedAlgorithm(X509Certificate certificate) {
        Set<Reason> objections = EnumSet.noneOf(Reason.class);
        collect(objections, () -> CertificateRules.requireAlgorithm(certificate));
        return objections.isEmpty();
    }

    /** Object identifiers of the critical extensions that make it worthless for us. */
    public static Set<String> notUnderstood(X509Certificate certificate) {
        return CertificateRules.notUnderstood(certificate);
    }

    private static void collect(Set<Reason> objections, Runnable rule) {
        try {
            rule.run();
        } catch (UntrustedException e) {
            objections.add(e.reason());
        }
    }
}
