// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.ClaimsPath.Component;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.dcql.ClaimsQuery;
import org.stadttor.wallet.dcql.CredentialQuery;
import org.stadttor.wallet.dcql.DcqlQuery;

/**
 * The query for a PID: one credential of either type, each leaf claim by its own path, alternatives as claim sets.
 * Nothing is asked for that does not stand for one of the attributes.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, sections 6
 *     and 7</a>
 */
public final class PidQuery {

    /** Identifier of the one credential query: the member of the {@code vp_token} with the answer. */
    public static final String ID = "pid";

    private PidQuery() {}

    /** Whether each PID has the attribute, so that nobody can leave it out of an answer (PID rulebook 1.7, section 4.1). */
    public static boolean isInEveryPid(PidAttribute attribute) {
        return PidClaimSets.inEveryPid(attribute);
    }

    /** A query that every PID can answer; attributes that a PID lacks are left out. */
    public static DcqlQuery forAttributes(Set<PidAttribute> asked) {
        return forAttributes(asked, Set.of());
    }

    /**
     * A query that only a PID with all mandatory attributes can answer, so that a wallet discloses nothing if the login
     * could not go on anyway.
     *
     * @throws IllegalArgumentException if nothing is asked, or no type of PID has all mandatory attributes
     */
    public static DcqlQuery forAttributes(Set<PidAttribute> asked, Set<PidAttribute> mandatory) {
        List<Set<String>> claimSets = PidClaimSets.of(asked, mandatory);
        if (claimSets.isEmpty()) {
            throw new IllegalArgumentException("no type of PID has what is asked for");
        }
        List<String> leaves =
                claimSets.stream()
                        .flatMap(Set::stream)
                        .collect(LinkedHashSet<String>::new, Set::add, Set::addAll)
                        .stream()
                        .toList();
        return DcqlQuery.of(
                claimSets.size() == 1
                        ? query(leaves.stream().map(PidQuery::claim).toList(), List.of())
                        : query(
                                numbered(leaves),
                                claimSets.stream().map(set -> ids(set, leaves)).toList()));
    }

    private static CredentialQuery query(List<ClaimsQuery> claims, List<List<String>> claimSets) {
        return new CredentialQuery(ID, CredentialFormat.DC_SD_JWT, PidType.vctValues(), false, claims, claimSets);
    }

    private static ClaimsQuery claim(String leaf) {
        return new ClaimsQuery(Optional.empty(), path(leaf));
    }

    private static List<ClaimsQuery> numbered(List<String> leaves) {
        List<ClaimsQuery> claims = new ArrayList<>();
        for (String leaf : leaves) {
            claims.add(ClaimsQuery.of(id(leaf, leaves), path(leaf)));
        }
        return claims;
    }

    private static List<String> ids(Set<String> claimSet, List<String> leaves) {
        return claimSet.stream().map(leaf -> id(leaf, leaves)).toList();
    }

    /** Short, because the identifiers are repeated in each claim set. */
    private static String id(String leaf, List<String> leaves) {
        return "c" + leaves.indexOf(leaf);
    }

    private static ClaimsPath path(String leaf) {
        if (leaf.equals(PidAttribute.NATIONALITIES.claim())) {
            return new ClaimsPath(List.of(new Component.Member(leaf), new Component.AllElements()));
        }
        return ClaimsPath.of(leaf.split("\\.", -1));
    }
}
