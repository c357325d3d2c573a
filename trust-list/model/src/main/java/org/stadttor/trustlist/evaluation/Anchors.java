// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;

/** The certificates a list has for one service type. Never empty. */
record Anchors(List<Anchor> anchors, Steps steps) {

    static Anchors of(ListOfTrustedEntities list, ServiceType service, Steps steps) {
        List<Anchor> anchors = list.entities().stream()
                .flatMap(entity -> entity.services().stream()
                        .filter(s -> s.typeUri().equals(service.uri()))
                        .flatMap(s -> s.certificates().stream().map(c -> new Anchor(entity, s, c))))
                .toList();
        if (anchors.isEmpty()) {
            throw new UntrustedException(Reason.NO_ANCHOR_OF_THAT_SERVICE);
        }
        return new Anchors(anchors, steps);
    }

    /** The very certificate. */
    Optional<Anchor> equalTo(X509Certificate leaf) {
        return oneEntity(
                anchors.stream().filter(a -> a.certificate().equals(leaf)).toList());
    }

    /** The path ends here without a listed certificate. */
    UntrustedException notFound(X509Certificate end) {
        steps.begin(TrustRule.ANCHOR_FOUND, end);
        return new UntrustedException(Reason.NOT_LISTED);
    }

    /**
     * The listed CA that issued this certificate.
     *
     * @param above how many CA certificates stand between the leaf and that CA
     * @return nothing if no listed certificate bears the issuer's name
     */
    Optional<Anchor> issuerOf(X509Certificate certificate, int above, CertificateRules rules) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        List<Anchor> named = anchors.stream()
                .filter(a -> a.certificate().getSubjectX500Principal().equals(issuer))
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<Anchor> issuers =
                named.stream().filter(a -> isSignedBy(certificate, a, rules)).toList();
        if (issuers.isEmpty()) {
            throw new UntrustedException(Reason.SIGNATURE_INVALID);
        }
        oneEntity(issuers);
        return Optional.of(usable(issuers, above, rules));
    }

    /** Of several certificates of one CA key, the first that may be used now. */
    private Anchor usable(List<Anchor> issuers, int above, CertificateRules rules) {
        UntrustedException refusal = null;
        for (Anchor anchor : issuers) {
            try {
                rules.requireIssuer(anchor.certificate(), above);
                rules.requireAnchorValidity(anchor.certificate());
                return anchor;
            } catch (UntrustedException e) {
                steps.setAside(e.reason());
                refusal = refusal == null ? e : refusal;
            }
        }
        throw refusal == null ? new UntrustedException(Reason.NOT_LISTED) : refusal;
    }

    /** A key that two entities claim as theirs speaks for neither. */
    private Optional<Anchor> oneEntity(List<Anchor> found) {
        Optional<Anchor> first = found.stream().findFirst();
        if (first.isEmpty()) {
            return first;
        }
        steps.begin(TrustRule.ANCHOR_FOUND, first.get().certificate());
        steps.begin(TrustRule.ENTITY_UNAMBIGUOUS, first.get().certificate());
        boolean ambiguous = anchors.stream()
                .filter(a -> a.certificate()
                        .getPublicKey()
                        .equals(first.get().certificate().getPublicKey()))
                .anyMatch(a -> !a.entity().equals(first.get().entity()));
        if (ambiguous) {
            throw new UntrustedException(Reason.AMBIGUOUS_ENTITY);
        }
        return first;
    }

    private boolean isSignedBy(X509Certificate certificate, Anchor anchor, CertificateRules rules) {
        try {
            rules.requireSignature(certificate, anchor.certificate().getPublicKey());
            return true;
        } catch (UntrustedException e) {
            if (e.reason() != Reason.SIGNATURE_INVALID) {
                throw e;
            }
            steps.setAside(e.reason());
            return false;
        }
    }
}
