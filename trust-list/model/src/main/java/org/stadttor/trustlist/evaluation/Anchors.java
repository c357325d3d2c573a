// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.evaluation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.stadttor.trustlist.evaluation.TrustDecision.Reason;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;

/** The certificates a list has for one service type. Never empty. */
record Anchors(List<Anchor> anchors) {

    static Anchors of(ListOfTrustedEntities list, ServiceType service) {
        List<Anchor> anchors = list.entities().stream()
                .flatMap(entity -> entity.services().stream()
                        .filter(s -> s.typeUri().equals(service.uri()))
                        .flatMap(s -> s.certificates().stream().map(c -> new Anchor(entity, s, c))))
                .toList();
        if (anchors.isEmpty()) {
            throw new UntrustedException(Reason.NO_ANCHOR_OF_THAT_SERVICE);
        }
        return new Anchors(anchors);
    }

    /** The very certificate. */
    Optional<Anchor> equalTo(X509Certificate leaf) {
        return oneEntity(
                anchors.stream().filter(a -> a.certificate().equals(leaf)).toList());
    }

    /**
     * The listed CA that issued this certificate.
     *
     * @param above how many CA certificates stand between the leaf and that CA
     * @return nothing if no listed certificate bears the issuer's name
     */
    Optional<Anchor> issuerOf(X509Certificate certificate, int above, Instant at) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        List<Anchor> named = anchors.stream()
                .filter(a -> a.certificate().getSubjectX500Principal().equals(issuer))
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<Anchor> issuers =
                named.stream().filter(a -> isSignedBy(certificate, a)).toList();
        if (issuers.isEmpty()) {
            throw new UntrustedException(Reason.SIGNATURE_INVALID);
        }
        oneEntity(issuers);
        return Optional.of(usable(issuers, above, at));
    }

    /** Of several certificates of one CA key, the first that may be used now. */
    private static Anchor usable(List<Anchor> issuers, int above, Instant at) {
        UntrustedException refusal = null;
        for (Anchor anchor : issuers) {
            try {
                CertificateRules.requireIssuer(anchor.certificate(), above);
                CertificateRules.requireAnchorValidity(anchor.certificate(), at);
                return anchor;
            } catch (UntrustedException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        throw refusal == null ? new UntrustedException(Reason.NOT_LISTED) : refusal;
    }

    /** A key that two entities claim as theirs speaks for neither. */
    private Optional<Anchor> oneEntity(List<Anchor> found) {
        Optional<Anchor> first = found.stream().findFirst();
        boolean ambiguous = first.isPresent()
                && anchors.stream()
                        .filter(a -> a.certificate()
                                .getPublicKey()
                                .equals(first.get().certificate().getPublicKey()))
                        .anyMatch(a -> !a.entity().equals(first.get().entity()));
        if (ambiguous) {
            throw new UntrustedException(Reason.AMBIGUOUS_ENTITY);
        }
        return first;
    }

    private static boolean isSignedBy(X509Certificate certificate, Anchor anchor) {
        try {
            CertificateRules.requireSignature(certificate, anchor.certificate().getPublicKey());
            return true;
        } catch (UntrustedException e) {
            if (e.reason() != Reason.SIGNATURE_INVALID) {
                throw e;
            }
            return false;
        }
    }
}
