// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.Optional;
import java.util.Set;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.ClaimsPath.Component.Member;
import org.stadttor.wallet.dcql.InvalidQueryException.Reason;

/**
 * One claim that is asked for, by its path. Claims that can never be disclosed selectively are not asked for.
 *
 * @param id how claim sets refer to it
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section
 *     6.3</a>
 */
public record ClaimsQuery(Optional<String> id, ClaimsPath path) {

    private static final Set<String> NEVER_SELECTIVE =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status");

    public ClaimsQuery {
        id.ifPresent(Identifiers::requireValid);
        if (path.components().getFirst() instanceof Member(String name) && NEVER_SELECTIVE.contains(name)) {
            throw new InvalidQueryException(Reason.CLAIM_NEVER_SELECTIVE);
        }
    }

    /** A claim that claim sets refer to by this identifier. */
    public static ClaimsQuery of(String id, ClaimsPath path) {
        return new ClaimsQuery(Optional.of(id), path);
    }
}
