// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * An authorization request that has passed {@link AuthorizationRequestRules}.
 *
 * @param attributes what the wallet is asked for: what the scopes release, and what matching needs
 * @param silent {@code prompt=none}: no page may be shown
 * @param expectedSubject the subject of a verified {@code id_token_hint}
 */
public record AuthorizationRequest(
        ClientId clientId,
        String redirectUri,
        Set<Scope> scopes,
        Set<PidAttribute> attributes,
        String codeChallenge,
        @Nullable String state,
        @Nullable String nonce,
        List<Locale> uiLocales,
        boolean silent,
        @Nullable String expectedSubject) {

    public AuthorizationRequest {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(redirectUri);
        scopes = Set.copyOf(scopes);
        attributes = Set.copyOf(attributes);
        Objects.requireNonNull(codeChallenge);
        uiLocales = List.copyOf(uiLocales);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[" + clientId + "]";
    }
}
