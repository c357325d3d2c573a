// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import org.stadttor.trustlist.publication.Publications;

/** Everything that runs out, the soonest first; what has run out already comes before it. */
public final class CollectExpiries {

    private final IssuerRegister register;
    private final Publications publications;
    private final X509Certificate signer;

    /**
     * For lists that are signed with this certificate.
     *
     * @param signer the certificate in use
     */
    public CollectExpiries(IssuerRegister register, Publications publications, X509Certificate signer) {
        this.register = register;
        this.publications = publications;
        this.signer = signer;
    }

    /** All of them. */
    public List<Expiry> collect() {
        List<TrustedIssuer> issuers = register.issuers().all();
        return Stream.of(
                        Stream.of(signer()),
                        lists(),
                        issuers.stream().flatMap(CollectExpiries::certificates),
                        issuers.stream().flatMap(CollectExpiries::suspension),
                        register.proposals().pending().stream().map(CollectExpiries::proposal))
                .flatMap(stream -> stream)
                .sorted(Comparator.comparing(Expiry::at).thenComparing(Expiry::key))
                .toList();
    }

    private Expiry signer() {
        CertificateDetails details = CertificateDetails.of(signer, List.of());
        return new Expiry(
                Expiry.Kind.SIGNING_CERTIFICATE,
                details.notAfter(),
                ListPurpose.PID,
                "",
                details.subject(),
                Optional.empty(),
                details.sha256());
    }

    private Stream<Expiry> lists() {
        return Arrays.stream(ListPurpose.values())
                .flatMap(purpose -> publications.latest(purpose).stream())
                .map(issue -> new Expiry(
                        Expiry.Kind.LIST,
                        issue.nextUpdate(),
                        issue.purpose(),
                        issue.purpose().listName(),
                        Long.toString(issue.sequence()),
                        Optional.empty(),
                        issue.purpose().listName()));
    }

    /** Those of entities that are or may again be on a list. */
    private static Stream<Expiry> certificates(TrustedIssuer issuer) {
        if (issuer instanceof Withdrawn) {
            return Stream.empty();
        }
        return issuer.details().certificates().stream()
                .map(c -> CertificateDetails.of(c, List.of()))
                .map(c -> of(Expiry.Kind.CERTIFICATE, c.notAfter(), issuer, c.subject(), c.sha256()));
    }

    private static Stream<Expiry> suspension(TrustedIssuer issuer) {
        return issuer instanceof Suspended suspended
                ? suspended.returnsAt().stream()
                        .map(at -> of(
                                Expiry.Kind.SUSPENSION,
                                at,
                                issuer,
                                "",
                                issuer.id().toString()))
                : Stream.empty();
    }

    private static Expiry proposal(Proposal proposal) {
        return new Expiry(
                Expiry.Kind.PROPOSAL,
                proposal.lapsesAt(),
                proposal.details().purpose(),
                proposal.details().name(),
                proposal.kind().code(),
                Optional.of(proposal.issuer()),
                proposal.id().toString());
    }

    private static Expiry of(Expiry.Kind kind, Instant at, TrustedIssuer issuer, String detail, String key) {
        return new Expiry(kind, at, issuer.purpose(), issuer.details().name(), detail, Optional.of(issuer.id()), key);
    }
}
