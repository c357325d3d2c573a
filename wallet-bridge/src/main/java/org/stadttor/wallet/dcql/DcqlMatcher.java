// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadttor.wallet.credential.Claims;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.VerifiedCredential;

/**
 * Whether a wallet's answer is one to the query. The wallet is not believed: format, type and claims are looked up in
 * the verified credentials.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, sections 6.4
 *     and 8.6</a>
 */
public final class DcqlMatcher {

    private DcqlMatcher() {}

    /**
     * The shape of the answer, to be checked before anything in it is verified: only what was asked for, as often as
     * it was asked for, and one complete combination.
     *
     * @param answer presentations by identifier of the credential query
     * @throws CredentialRejectedException {@code PRESENTATION_NOT_ASKED}, {@code PRESENTATION_COUNT_INVALID} or
     *     {@code QUERY_NOT_SATISFIED}
     */
    public static void requireShape(DcqlQuery query, Map<String, ? extends Collection<?>> answer) {
        answer.forEach((id, presentations) -> {
            CredentialQuery asked = query.credential(id).orElseThrow(() -> rejected(Reason.PRESENTATION_NOT_ASKED));
            if (presentations.isEmpty() || (presentations.size() > 1 && !asked.multiple())) {
                throw rejected(Reason.PRESENTATION_COUNT_INVALID);
            }
        });
        requireCombination(query, answer.keySet());
    }

    /**
     * The whole answer, with verified credentials.
     *
     * @throws CredentialRejectedException also {@code FORMAT_NOT_ALLOWED}, {@code TYPE_NOT_ALLOWED} or
     *     {@code CLAIM_MISSING}
     */
    public static void requireSatisfied(DcqlQuery query, Map<String, List<VerifiedCredential>> answer) {
        requireShape(query, answer);
        for (CredentialQuery asked : query.credentials()) {
            answer.getOrDefault(asked.id(), List.of()).forEach(credential -> requireAnswers(asked, credential));
        }
    }

    /** Every identifier, or exactly one option of each credential set (of an optional one perhaps none). */
    private static void requireCombination(DcqlQuery query, Set<String> answered) {
        if (query.credentialSets().isEmpty()) {
            if (answered.size() != query.credentials().size()) {
                throw rejected(Reason.QUERY_NOT_SATISFIED);
            }
            return;
        }
        Set<String> unexplained = new HashSet<>(answered);
        for (CredentialSetQuery set : query.credentialSets()) {
            List<String> chosen = set.options().stream()
                    .filter(answered::containsAll)
                    .findFirst()
                    .orElseGet(() -> {
                        if (set.required()) {
                            throw rejected(Reason.QUERY_NOT_SATISFIED);
                        }
                        return List.of();
                    });
            chosen.forEach(unexplained::remove);
        }
        if (!unexplained.isEmpty()) {
            throw rejected(Reason.PRESENTATION_NOT_ASKED);
        }
    }

    private static void requireAnswers(CredentialQuery asked, VerifiedCredential credential) {
        if (credential.format() != asked.format()) {
            throw rejected(Reason.FORMAT_NOT_ALLOWED);
        }
        if (!asked.vctValues().contains(credential.type())) {
            throw rejected(Reason.TYPE_NOT_ALLOWED);
        }
        Claims claims = credential.claims();
        if (asked.alternatives().stream()
                .noneMatch(paths ->
                        paths.stream().noneMatch(path -> claims.select(path).isEmpty()))) {
            throw rejected(Reason.CLAIM_MISSING);
        }
    }

    private static CredentialRejectedException rejected(Reason reason) {
        return new CredentialRejectedException(reason);
    }
}
