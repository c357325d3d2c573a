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
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/**
 * Makes the next issue of the list: if it would say something new, or if the latest one runs out. Number, signature and
 * bytes come into being in one transaction, under one lock for all nodes; before its commit nobody has seen the number.
 */
public final class PublishTrustList implements IssuerChanges {

    private final TrustedIssuers issuers;
    private final Publications publications;
    private final IssueTemplate template;
    private final AuditLog audit;
    private final Clock clock;

    public PublishTrustList(
            TrustedIssuers issuers, Publications publications, IssueTemplate template, AuditLog audit, Clock clock) {
        this.issuers = issuers;
        this.publications = publications;
        this.template = template;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction of an issuer's change. */
    @Override
    public void takeEffect() {
        publishIfNeeded();
    }

    /** Call it in a transaction. Does nothing if the latest issue says the same and is still good for a while. */
    public void publishIfNeeded() {
        publications.lock();
        List<IssuerDetails> approved =
                issuers.approved().stream().map(Approved::details).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String contentHash = template.contentHash(approved);
        Optional<Publication> latest = publications.latest();
        boolean current = latest.isPresent()
                && latest.get().contentHash().equals(contentHash)
                && !template.plan().isDue(latest.get(), now);
        if (!current) {
            publish(template.plan().sequenceAfter(publications.latestSequence()), now, approved, contentHash);
        }
    }

    private void publish(long sequence, Instant now, List<IssuerDetails> approved, String contentHash) {
        Publication publication = template.issue(sequence, now, approved, contentHash);
        publications.add(publication);
        audit.append(new AuditEvent(
                "list.published",
                "system",
                "pid-providers/" + sequence,
                Map.of(
                        "entities", Integer.toString(approved.size()),
                        "next_update", publication.nextUpdate().toString(),
                        "sha256", Publication.sha256(publication.jws()))));
    }
}
