// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;

/**
 * Adds to each live relying party of a sandbox a twin for trials: the same names, attributes, sector and matching, but a
 * redirect URI of ours and no key, so that nobody can act as it from outside. It lives and ends with its original.
 */
public final class TrialParties implements RelyingParties {

    private static final String PREFIX = "try.";

    private final RelyingParties registered;
    private final Supplier<URI> callback;

    /**
     * Over those that are registered.
     *
     * @param callback where a trial comes back to
     */
    public TrialParties(RelyingParties registered, Supplier<URI> callback) {
        this.registered = registered;
        this.callback = callback;
    }

    /** What the twin of a relying party is called. */
    static ClientId twin(ClientId original) {
        return new ClientId(PREFIX + original.value());
    }

    @Override
    public Optional<RelyingParty> findLive(ClientId clientId) {
        if (!clientId.value().startsWith(PREFIX)) {
            return registered.findLive(clientId);
        }
        // The twin goes first: whoever got hold of its id does not get the test logins of others.
        return original(clientId)
                .flatMap(registered::findLive)
                .map(original -> twinOf(original, clientId))
                .or(() -> registered.findLive(clientId));
    }

    private static Optional<ClientId> original(ClientId twin) {
        try {
            return Optional.of(new ClientId(twin.value().substring(PREFIX.length())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private RelyingParty twinOf(RelyingParty original, ClientId twin) {
        return new RelyingParty(
                twin,
                original.names(),
                List.of(callback.get()),
                new RelyingParty.Keys.Inline(new JWKSet()),
                original.sector(),
                original.matching(),
                original.entitlements(),
                original.privacyPolicyUri());
    }
}
