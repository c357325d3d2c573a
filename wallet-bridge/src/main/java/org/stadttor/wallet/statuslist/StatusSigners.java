// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.evaluation.CertificateChain;
import org.stadttor.trustlist.evaluation.TrustDecision;
import org.stadttor.trustlist.evaluation.TrustDecision.Trusted;
import org.stadttor.trustlist.evaluation.TrustEvaluator;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import org.stadttor.wallet.trust.TrustListSource;

/**
 * Who may sign status lists for whom: a certificate under the revocation or the issuance service of the same trusted
 * entity, on the list that is current now. So a suspended issuer's status lists end with its entry, cached or not.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, sections 10, 11.3</a>
 */
public final class StatusSigners {

    /** A positive decision is worth this long on the same list; certificates expire meanwhile at most that much late. */
    static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final long MAX_DECISIONS = 10_000;

    /** What a decision was made on. Lists are compared by identity: a new instance is a new list. */
    private record Question(int listIdentity, long sequence, X509Certificate issuerAnchor, CertificateChain signer) {}

    private final TrustListSource lists;
    private final Clock clock;
    private final Cache<Question, Instant> trusted =
            Caffeine.newBuilder().maximumSize(MAX_DECISIONS).build();

    public StatusSigners(TrustListSource lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Returns only if this chain may sign status lists for credentials of this issuer.
     *
     * @throws InvalidStatusListException {@code signer_untrusted}, {@code anchor_in_chain}
     * @throws org.stadttor.wallet.trust.TrustListUnavailableException if there is no list to decide on
     */
    public void requireTrusted(CertificateChain signer, Trusted issuer) {
        ListOfTrustedEntities list = lists.pidProviders();
        Instant now = clock.instant();
        Question question = new Question(System.identityHashCode(list), list.sequenceNumber(), issuer.anchor(), signer);
        Instant until = trusted.getIfPresent(question);
        if (until != null && now.isBefore(until)) {
            return;
        }
        TrustedEntity entity =
                stillListed(list, issuer).orElseThrow(() -> new InvalidStatusListException(Reason.SIGNER_UNTRUSTED));
        requireAnchorOutside(signer, decide(list, entity, signer, now));
        trusted.put(question, now.plus(REMEMBERED));
    }

    /** The entity as the current list knows it: the one under which the issuer's anchor stands. */
    private static Optional<TrustedEntity> stillListed(ListOfTrustedEntities list, Trusted issuer) {
        return list.entities().stream()
                .filter(entity -> entity.services().stream()
                        .anyMatch(service -> service.typeUri().equals(ServiceType.PID_ISSUANCE.uri())
                                && service.certificates().contains(issuer.anchor())))
                .findFirst();
    }

    private static Trusted decide(
            ListOfTrustedEntities list, TrustedEntity entity, CertificateChain signer, Instant now) {
        ListOfTrustedEntities only = new ListOfTrustedEntities(
                list.typeUri(),
                list.sequenceNumber(),
                list.operatorName(),
                list.territory(),
                list.issuedAt(),
                list.nextUpdate(),
                List.of(entity));
        if (TrustEvaluator.evaluate(only, signer, ServiceType.PID_REVOCATION, now) instanceof Trusted revocation) {
            return revocation;
        }
        return switch (TrustEvaluator.evaluate(only, signer, ServiceType.PID_ISSUANCE, now)) {
            case Trusted issuance -> issuance;
            case TrustDecision.Untrusted _ -> throw new InvalidStatusListException(Reason.SIGNER_UNTRUSTED);
        };
    }

    static void requireAnchorOutside(CertificateChain signer, Trusted decision) {
        List<X509Certificate> above =
                signer.certificates().subList(1, signer.certificates().size());
        if (above.contains(decision.anchor())) {
            throw new InvalidStatusListException(Reason.ANCHOR_IN_CHAIN);
        }
    }
}
