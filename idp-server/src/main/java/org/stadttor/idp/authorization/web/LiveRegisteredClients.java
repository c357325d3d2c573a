// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Relying parties in the shape Spring's filters know; registering through it is refused. */
public final class LiveRegisteredClients implements RegisteredClientRepository {

    private final RelyingParties relyingParties;

    public LiveRegisteredClients(RelyingParties relyingParties) {
        this.relyingParties = relyingParties;
    }

    @Override
    public void save(RegisteredClient registeredClient) {
        throw new UnsupportedOperationException("relying parties are registered by their own use case");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        try {
            return relyingParties
                    .findLive(new ClientId(clientId))
                    .map(LiveRegisteredClients::registeredClient)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static RegisteredClient registeredClient(RelyingParty relyingParty) {
        return RegisteredClient.withId(relyingParty.clientId().value())
                .clientId(relyingParty.clientId().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris ->
                        relyingParty.redirectUris().stream().map(URI::toString).forEach(uris::add))
                .scope("openid")
                .build();
    }
}
