// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A live relying party: what the login and the token endpoint need to know of its registration.
 *
 * @param names the service's name by BCP 47 language, at least {@code de}; shown to citizens
 * @param redirectUris exact addresses
 * @param keys where its public keys are
 * @param sector sector identifier of the pairwise subject
 * @param matching whether the relying party knows accounts or gets a new subject each time
 * @param entitlements the attributes it may ask for, each at most once
 * @param privacyPolicyUri shown to citizens
 */
public record RelyingParty(
        ClientId clientId,
        Map<String, String> names,
        List<URI> redirectUris,
        Keys keys,
        String sector,
        Matching matching,
        List<AttributeEntitlement> entitlements,
        URI privacyPolicyUri) {

    /** Where a relying party's public keys are. */
    public sealed interface Keys {

        /** Registered by value. */
        record Inline(JWKSet jwks) implements Keys {}

        /** Fetched by Stadttor from here. */
        record ByReference(URI jwksUri) implements Keys {}
    }

    /** How a citizen becomes a subject for this relying party. */
    public enum Matching {
        /** A new {@code sub} with each login. */
        TRANSIENT,
        /** The same {@code sub} whenever the same person comes again. */
        ACCOUNT
    }

    public RelyingParty {
        Objects.requireNonNull(clientId);
        names = Map.copyOf(names);
        redirectUris = List.copyOf(redirectUris);
        Objects.requireNonNull(keys);
        Objects.requireNonNull(sector);
        Objects.requireNonNull(matching);
        entitlements = List.copyOf(entitlements);
        Objects.requireNonNull(privacyPolicyUri);
    }
}
