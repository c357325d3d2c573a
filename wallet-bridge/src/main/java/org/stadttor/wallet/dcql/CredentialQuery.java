// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.dcql.InvalidQueryException.Reason;

/**
 * One credential that is asked for. Holder binding is always asked for, so there is no component for it.
 *
 * @param id names the answer in the {@code vp_token}
 * @param vctValues the types that will do, never empty
 * @param multiple whether more than one presentation may answer
 * @param claims the claims asked for; empty means none that is selectively disclosable
 * @param claimSets alternatives, the preferred first, each a list of identifiers of {@code claims}; empty means all
 *     claims are needed
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section
 *     6.1</a>
 */
public record CredentialQuery(
        String id,
        CredentialFormat format,
        List<String> vctValues,
        boolean multiple,
        List<ClaimsQuery> claims,
        List<List<String>> claimSets) {

    public CredentialQuery {
        Identifiers.requireValid(id);
        Objects.requireNonNull(format);
        vctValues = List.copyOf(vctValues);
        claims = List.copyOf(claims);
        claimSets = claimSets.stream().map(List::copyOf).toList();
        if (vctValues.isEmpty() || vctValues.stream().anyMatch(String::isEmpty)) {
            throw new InvalidQueryException(Reason.TYPES_EMPTY);
        }
        requireDistinctPaths(claims);
        requireClaimSets(claims, claimSets);
    }

    private static void requireDistinctPaths(List<ClaimsQuery> claims) {
        Set<ClaimsPath> paths = new HashSet<>();
        if (!claims.stream().map(ClaimsQuery::path).allMatch(paths::add)) {
            throw new InvalidQueryException(Reason.CLAIM_DUPLICATE);
        }
    }

    private static void requireClaimSets(List<ClaimsQuery> claims, List<List<String>> claimSets) {
        Set<String> ids = Identifiers.requireUnique(
                claims.stream().map(ClaimsQuery::id).flatMap(Optional::stream).toList());
        if (claimSets.isEmpty()) {
            return;
        }
        if (claims.isEmpty()) {
            throw new InvalidQueryException(Reason.CLAIM_SETS_WITHOUT_CLAIMS);
        }
        if (ids.size() != claims.size()) {
            // With claim sets every claim needs an identifier.
            throw new InvalidQueryException(Reason.IDENTIFIER_INVALID);
        }
        for (List<String> claimSet : claimSets) {
            Identifiers.requireNotEmpty(claimSet);
            Identifiers.requireKnown(Identifiers.requireUnique(claimSet), ids);
        }
    }

    /** The alternatives as lists of paths, the preferred first. Without claim sets there is one: all claims. */
    public List<List<ClaimsPath>> alternatives() {
        if (claimSets.isEmpty()) {
            return List.of(claims.stream().map(ClaimsQuery::path).toList());
        }
        return claimSets.stream()
                .map(claimSet -> claims.stream()
                        .filter(claim -> claim.id().filter(claimSet::contains).isPresent())
                        .map(ClaimsQuery::path)
                        .toList())
                .toList();
    }
}
