// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.stadttor.idp.authorization.Issuer;

/** Hands all parameters of a pushed request, repeated ones included, to {@link PushedRequestProvider}. */
final class PushedRequestConverter implements AuthenticationConverter {

    static final String PARAMETERS = FormParameters.class.getName();

    private final Issuer issuer;

    PushedRequestConverter(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        Authentication client = SecurityContextHolder.getContext().getAuthentication();
        if (client == null) {
            throw FormParameters.invalidRequest("client authentication is missing");
        }
        return new OAuth2PushedAuthorizationRequestAuthenticationToken(
                issuer.address("/oauth2/authorize"),
                client.getName(),
                client,
                null,
                null,
                null,
                Map.of(PARAMETERS, FormParameters.of(request)));
    }
}
