// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.stadttor.idp.authorization.RevokeToken;
import org.stadttor.idp.authorization.web.ClientAssertionProvider.AuthenticatedParty;

/** Answers revocation requests. */
final class RevocationProvider implements AuthenticationProvider {

    private final RevokeToken revokeToken;

    RevocationProvider(RevokeToken revokeToken) {
        this.revokeToken = revokeToken;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2TokenRevocationAuthenticationToken token = (OAuth2TokenRevocationAuthenticationToken) authentication;
        revokeToken.revoke(
                token.getToken(), AuthenticatedParty.of(token.getPrincipal()).clientId());
        token.setAuthenticated(true);
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
