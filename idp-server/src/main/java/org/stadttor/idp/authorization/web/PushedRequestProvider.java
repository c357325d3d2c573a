// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationToken;
import org.stadttor.idp.authorization.InvalidAuthorizationRequestException;
import org.stadttor.idp.authorization.PushAuthorizationRequest;
import org.stadttor.idp.authorization.web.ClientAssertionProvider.AuthenticatedParty;

/** Answers pushed authorization requests. */
final class PushedRequestProvider implements AuthenticationProvider {

    private static final Set<String> CLIENT_AUTHENTICATION = Set.of("client_assertion", "client_assertion_type");

    private final PushAuthorizationRequest push;

    PushedRequestProvider(PushAuthorizationRequest push) {
        this.push = push;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2PushedAuthorizationRequestAuthenticationToken token =
                (OAuth2PushedAuthorizationRequestAuthenticationToken) authentication;
        if (!(token.getAdditionalParameters().get(PushedRequestConverter.PARAMETERS) instanceof FormParameters form)) {
            throw FormParameters.invalidRequest("no parameters");
        }
        Map<String, List<String>> parameters = new HashMap<>(form.values());
        parameters.keySet().removeAll(CLIENT_AUTHENTICATION);
        Object client = token.getPrincipal();
        try {
            PushAuthorizationRequest.Pushed pushed = push.push(parameters, AuthenticatedParty.of(client));
            return new OAuth2PushedAuthorizationRequestAuthenticationToken(
                    token.getAuthorizationUri(),
                    token.getClientId(),
                    (Authentication) client,
                    pushed.requestUri().value(),
                    pushed.expiresAt(),
                    null,
                    null,
                    null);
        } catch (InvalidAuthorizationRequestException e) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(e.reason().error(), e.reason().code(), null));
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2PushedAuthorizationRequestAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
