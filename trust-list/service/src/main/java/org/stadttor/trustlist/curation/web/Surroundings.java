// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.stadttor.trustlist.issuer.BlastRadius;
import org.stadttor.trustlist.issuer.Change;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerUsage;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.Publications;

/** What a decision stands in: who the people are, how much rests on the entity, which list came of it. */
public record Surroundings(
        People people, BlastRadius radius, Publications publications, MessageSource messages, Clock clock) {

    /** Names of people in the language of the page. */
    Function<StaffId, String> names(Locale locale) {
        return id -> people.name(id, locale);
    }

    /** How much rests on an entity, as a sentence. */
    String usage(IssuerDetails details, Locale locale) {
        return usage(Optional.empty(), details, locale);
    }

    /** How much rests on what an entity has today and would have: what a change takes away is touched by it most. */
    String usage(Optional<IssuerDetails> today, IssuerDetails details, Locale locale) {
        List<X509Certificate> touched = Stream.concat(today.stream(), Stream.of(details))
                .flatMap(d -> d.issuance().stream())
                .distinct()
                .toList();
        return switch (radius.of(touched)) {
            case IssuerUsage.Unknown u -> messages.getMessage("curation.usage.unknown", null, locale);
            case IssuerUsage.Counted counted ->
                messages.getMessage(
                        "curation.usage.counted",
                        new Object[] {count(counted.relyingParties(), locale), count(counted.logins(), locale)},
                        locale);
        };
    }

    /** The issue in which a change of trust took effect; 0 if it cannot be told any more. */
    long sequence(ListPurpose purpose, Change change) {
        // Times of issues are in whole seconds, and an issue is a moment younger than the change it is made for.
        return publications
                .at(purpose, change.at().plus(Duration.ofSeconds(1)))
                .map(Publication::sequence)
                .orElse(0L);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String count(OptionalLong count, Locale locale) {
        return count.isEmpty()
                ? messages.getMessage("curation.usage.few", new Object[] {IssuerUsage.LEAST}, locale)
                : String.format(locale, "%,d", count.getAsLong());
    }
}
