// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stadttor.trustlist.automation.TrustJson;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.EntityVersion;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Listings;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import org.stadttor.trustlist.issuer.TrustedIssuers;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.PublicationFeed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entities and lists for programs; read only. */
@RestController
public class TrustReadApi {

    private final TrustedIssuers issuers;
    private final EntityHistory history;
    private final Listings listings;
    private final PublicationFeed feed;

    public TrustReadApi(TrustedIssuers issuers, EntityHistory history, Listings listings, PublicationFeed feed) {
        this.issuers = issuers;
        this.history = history;
        this.listings = listings;
        this.feed = feed;
    }

    /** The published lists. */
    @GetMapping("/api/v1/lists")
    public ObjectNode lists() {
        feed.refresh();
        List<ListPurpose> purposes = List.of(ListPurpose.values());
        return TrustJson.page(purposes.size(), purposes, this::list);
    }

    /** Entities of one purpose or all, in one state or all, whose name or registration id contains a text. */
    @GetMapping("/api/v1/entities")
    public ObjectNode entities(
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        Page page = new Page(offset, limit);
        Stream<TrustedIssuer> found = (purpose == null
                        ? issuers.all()
                        : ListPurpose.of(purpose).map(issuers::of).orElseThrow(NotThereException::new))
                .stream();
        List<TrustedIssuer> matching = found.filter(issuer -> state == null || state.equals(state(issuer)))
                .filter(issuer -> q == null || contains(issuer, q.toLowerCase(Locale.ROOT)))
                .toList();
        return TrustJson.page(matching.size(), page.of(matching), TrustJson::entity);
    }

    /** One entity. */
    @GetMapping("/api/v1/entities/{id}")
    public ObjectNode entity(@PathVariable UUID id) {
        return TrustJson.entity(issuers.find(new IssuerId(id)).orElseThrow(NotThereException::new));
    }

    /** Every state it was in, the first one first. */
    @GetMapping("/api/v1/entities/{id}/versions")
    public ObjectNode versions(@PathVariable UUID id) {
        List<EntityVersion> versions = history.versions(new IssuerId(id));
        if (versions.isEmpty()) {
            throw new NotThereException();
        }
        return TrustJson.page(versions.size(), versions, TrustJson::version);
    }

    private ObjectNode list(ListPurpose purpose) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("purpose", purpose.code());
        json.put("name", purpose.listName());
        json.put("type", purpose.profile().typeUri());
        json.put("entities", listings.of(purpose).size());
        Optional<Publication> latest = feed.latest(purpose);
        latest.ifPresent(p -> json.put("sequence", p.sequence())
                .put("issued_at", p.issuedAt().toString())
                .put("next_update", p.nextUpdate().toString())
                .put("etag", p.entityTag()));
        return json;
    }

    private static String state(TrustedIssuer issuer) {
        return switch (issuer) {
            case Approved a -> "approved";
            case Suspended s -> "suspended";
            case Withdrawn w -> "withdrawn";
        };
    }

    private static boolean contains(TrustedIssuer issuer, String text) {
        return issuer.details().name().toLowerCase(Locale.ROOT).contains(text)
                || issuer.details().registrationId().toLowerCase(Locale.ROOT).contains(text);
    }
}
