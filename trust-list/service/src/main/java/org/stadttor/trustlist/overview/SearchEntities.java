// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.issuer.EntityVersion.State;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Approved;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.issuer.TrustedIssuer.Withdrawn;
import org.stadttor.trustlist.issuer.TrustedIssuers;

/**
 * Finds entities by name, registration id or country, and by subject, serial number or fingerprint of a certificate.
 * Those who are listed are hundreds, not millions: they are looked through in memory.
 */
public final class SearchEntities {

    private record Indexed(long version, String text) {}

    private final TrustedIssuers issuers;
    private final Map<IssuerId, Indexed> index = new ConcurrentHashMap<>();

    public SearchEntities(TrustedIssuers issuers) {
        this.issuers = issuers;
    }

    /** One page of those that fit, by name. */
    public EntityPage search(EntityQuery query) {
        List<String> words = Arrays.stream(folded(query.text()).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<TrustedIssuer> found = issuers.all().stream()
                .filter(issuer -> query.purpose().isEmpty()
                        || issuer.purpose() == query.purpose().get())
                .filter(issuer -> query.state().isEmpty()
                        || state(issuer) == query.state().get())
                .filter(issuer -> words.stream().allMatch(text(issuer)::contains))
                .sorted(Comparator.comparing((TrustedIssuer issuer) ->
                                folded(issuer.details().name()))
                        .thenComparing(issuer -> issuer.id().value()))
                .toList();
        List<EntityPage.Hit> hits = found.stream()
                .skip((query.page() - 1L) * EntityPage.SIZE)
                .limit(EntityPage.SIZE)
                .map(SearchEntities::hit)
                .toList();
        return new EntityPage(query, hits, found.size());
    }

    /** In which state an entity is. */
    public static State state(TrustedIssuer issuer) {
        return switch (issuer) {
            case Approved a -> State.APPROVED;
            case Suspended s -> State.SUSPENDED;
            case Withdrawn w -> State.WITHDRAWN;
        };
    }

    private static EntityPage.Hit hit(TrustedIssuer issuer) {
        return new EntityPage.Hit(
                issuer,
                state(issuer),
                issuer.details().certificates().stream()
                        .map(c -> c.getNotAfter().toInstant())
                        .min(Comparator.naturalOrder()));
    }

    /** A version never changes: its text is made once. */
    private String text(TrustedIssuer issuer) {
        return index.compute(
                        issuer.id(),
                        (id, known) -> known != null && known.version() == issuer.version()
                                ? known
                                : new Indexed(issuer.version(), text(issuer.details())))
                .text();
    }

    private static String text(IssuerDetails details) {
        return folded(Stream.concat(
                        Stream.of(details.name(), details.registrationId(), details.country()),
                        details.certificates().stream().flatMap(SearchEntities::words))
                .collect(Collectors.joining("\n")));
    }

    private static Stream<String> words(X509Certificate certificate) {
        CertificateDetails details = CertificateDetails.of(certificate, List.of());
        return Stream.of(details.subject(), details.serial(), details.sha256(), details.sha1());
    }

    /** Upper and lower case are the same, and so are fingerprints with and without colons. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("(?<=[0-9a-f]{2}):(?=[0-9a-f]{2})", "");
    }
}
