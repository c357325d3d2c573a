// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * A validated authorization request that waits for its citizen. It outlives the 300 seconds of a pushed request, and it
 * belongs to the one browser that opened it.
 *
 * @param handle names it in the address of the login pages; useless without the browser's cookie
 * @param clientId the relying party
 * @param attributes what to ask of the wallet: what the granted scopes release, and what matching needs; never more than the
 *     registration allows
 * @param uiLocales languages the relying party asked for, best first; may be empty
 * @param expiresAt when it ends unless extended
 * @param latestExpiry how far it can be extended
 */
public record PendingAuthorization(
        String handle,
        ClientId clientId,
        Set<PidAttribute> attributes,
        List<Locale> uiLocales,
        Instant expiresAt,
        Instant latestExpiry) {

    public PendingAuthorization {
        Objects.requireNonNull(handle);
        Objects.requireNonNull(clientId);
        attributes = Set.copyOf(attributes);
        uiLocales = List.copyOf(uiLocales);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(latestExpiry);
    }
}
