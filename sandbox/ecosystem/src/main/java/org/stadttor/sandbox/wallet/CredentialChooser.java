// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadttor.sandbox.sdjwt.HeldCredential;
import org.stadttor.sandbox.sdjwt.SelectedClaim;
import org.stadttor.sandbox.wallet.CredentialQuery.ClaimQuery;
import org.stadttor.sandbox.wallet.Offer.OfferedClaim;

/**
 * Decides what to answer to a DCQL query with one credential: the first option of a credential set, the first claim
 * set, that can be answered in full.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, section 6.4</a>
 */
final class CredentialChooser {

    private CredentialChooser() {}

    /**
     * What to answer; empty if the credential does not fit.
     *
     * @param declined keys of optional claims that the person does not want to give
     */
    static Optional<Offer> choose(HeldCredential credential, DcqlQuery query, Set<String> declined) {
        Map<String, List<OfferedClaim>> chosen = new LinkedHashMap<>();
        for (List<List<String>> options : query.alternatives()) {
            Optional<Map<String, List<OfferedClaim>>> answer = options.stream()
                    .flatMap(option -> answer(credential, query, option, declined).stream())
                    .findFirst();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            chosen.putAll(answer.get());
        }
        return Optional.of(new Offer(chosen));
    }

    private static Optional<Map<String, List<OfferedClaim>>> answer(
            HeldCredential credential, DcqlQuery query, List<String> option, Set<String> declined) {
        Map<String, List<OfferedClaim>> answers = new LinkedHashMap<>();
        for (String id : option) {
            Optional<List<OfferedClaim>> claims = claims(credential, query.credential(id), declined);
            if (claims.isEmpty()) {
                return Optional.empty();
            }
            answers.put(id, claims.get());
        }
        return Optional.of(answers);
    }

    private static Optional<List<OfferedClaim>> claims(
            HeldCredential credential, CredentialQuery query, Set<String> declined) {
        if (!"dc+sd-jwt".equals(query.format()) || !query.types().contains(credential.type())) {
            return Optional.empty();
        }
        List<List<ClaimQuery>> possible = query.options().stream()
                .filter(option -> option.stream()
                        .allMatch(claim -> credential.select(claim.path()).isPresent()))
                .toList();
        return possible.stream()
                .filter(option -> option.stream().noneMatch(claim -> declined.contains(key(query, claim))))
                .findFirst()
                .map(option -> offered(credential, query, option, possible));
    }

    private static List<OfferedClaim> offered(
            HeldCredential credential,
            CredentialQuery query,
            List<ClaimQuery> option,
            List<List<ClaimQuery>> possible) {
        List<OfferedClaim> offered = new ArrayList<>();
        for (ClaimQuery claim : option) {
            SelectedClaim selected = credential.select(claim.path()).orElseThrow();
            boolean optional = possible.stream().anyMatch(other -> !other.contains(claim));
            offered.add(new OfferedClaim(
                    key(query, claim), claim.name(), selected.values(), optional, selected.disclosures()));
        }
        return offered;
    }

    private static String key(CredentialQuery query, ClaimQuery claim) {
        return query.id() + "." + claim.name();
    }
}
