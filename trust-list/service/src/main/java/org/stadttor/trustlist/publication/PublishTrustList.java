// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.trustlist.issuer.IssuerChanges;
import org.stadttor.trustlist.issuer.IssuerRefusedException;
import org.stadttor.trustlist.issuer.IssuerRefusedException.Reason;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Listings;
import org.stadttor.trustlist.lote.TrustedEntity;

/**
 * Makes the next issue of a list: if it would say something new, or if the latest one runs out. Number, signature and
 * bytes come into being in one transaction, under one lock for all nodes; before its commit nobody has seen the number.
 */
public final class PublishTrustList implements IssuerChanges {

    private final Listings listings;
    private final Publications publications;
    private final IssueTemplate template;
    private final AuditLog audit;
    private final Clock clock;

    public PublishTrustList(
            Listings listings, Publications publications, IssueTemplate template, AuditLog audit, Clock clock) {
        this.listings = listings;
        this.publications = publications;
        this.template = template;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction of an issuer's change. */
    @Override
    public void takeEffect(ListPurpose purpose) {
        publishIfNeeded(purpose);
    }

    /** Call it in a transaction. Does nothing if the latest issue says the same and is still good for a while. */
    public void publishIfNeeded(ListPurpose purpose) {
        publications.lock();
        List<TrustedEntity> entities = listings.of(purpose);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String contentHash = template.contentHash(purpose, entities);
        Optional<Publication> latest = publications.latest(purpose);
        boolean current = latest.isPresent()
                && latest.get().contentHash().equals(contentHash)
                && !template.plan().isDue(latest.get(), now);
        if (!current) {
            long sequence = template.plan()
                    .sequenceAfter(latest.map(Publication::sequence).orElse(0L));
            Publication next = template.issue(purpose, sequence, now, entities, contentHash);
            requireReadable(next, latest);
            publish(next, entities.size());
        }
    }

    /**
     * Readers refuse a list as a whole: one that they cannot read would keep every later distrust from them, too. If they
     * could not read the latest one either, the next one cannot be worse.
     */
    private static void requireReadable(Publication next, Optional<Publication> latest) {
        if (!next.isReadable() && latest.map(Publication::isReadable).orElse(true)) {
            throw new IssuerRefusedException(Reason.LIST_NOT_READABLE);
        }
    }

    private void publish(Publication publication, int entities) {
        publications.add(publication);
        audit.append(new AuditEvent(
                "list.published",
                "system",
                publication.purpose().listName() + "/" + publication.sequence(),
                Map.of(
                        "entities", Integer.toString(entities),
                        "next_update", publication.nextUpdate().toString(),
                        "sha256", Publication.sha256(publication.jws()))));
    }
}
