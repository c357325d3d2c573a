// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.stadttor.idp.authorization.ClientAssertions;
import org.stadttor.idp.authorization.InvalidClientException;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Authenticates relying parties for Spring's filters. */
final class ClientAssertionProvider implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(ClientAssertionProvider.class);

    private final ClientAssertions assertions;

    ClientAssertionProvider(ClientAssertions assertions) {
        this.assertions = assertions;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken token = (OAuth2ClientAuthenticationToken) authentication;
        if (!(token.getCredentials() instanceof String assertion)) {
            throw invalidClient();
        }
        try {
            return new AuthenticatedParty(assertions.authenticate(clientId(token), assertion));
        } catch (InvalidClientException e) {
            LOG.info("client authentication refused: {}", e.reason().code());
            throw invalidClient();
        }
    }

    private static @Nullable String clientId(OAuth2ClientAuthenticationToken token) {
        return token.getAdditionalParameters().get(ClientAssertionConverter.CLIENT_ID) instanceof String id ? id : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static OAuth2AuthenticationException invalidClient() {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_client"));
    }

    /** An authenticated relying party as Spring's filters hand it on; lives for one request. */
    static final class AuthenticatedParty extends OAuth2ClientAuthenticationToken {

        private final transient RelyingParty relyingParty;

        AuthenticatedParty(RelyingParty relyingParty) {
            super(
                    LiveRegisteredClients.registeredClient(relyingParty),
                    ClientAuthenticationMethod.PRIVATE_KEY_JWT,
                    null);
            this.relyingParty = relyingParty;
        }

        RelyingParty relyingParty() {
            return relyingParty;
        }

        /** The party that Spring's filters have authenticated for this request. */
        static RelyingParty of(Object principal) {
            if (principal instanceof AuthenticatedParty party) {
                return party.relyingParty();
            }
            throw invalidClient();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
