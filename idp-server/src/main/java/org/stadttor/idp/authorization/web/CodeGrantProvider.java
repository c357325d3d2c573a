// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.stadttor.idp.authorization.InvalidGrantException;
import org.stadttor.idp.authorization.IssuedTokens;
import org.stadttor.idp.authorization.RedeemCode;
import org.stadttor.idp.authorization.web.ClientAssertionProvider.AuthenticatedParty;
import org.stadttor.idp.relyingparty.RelyingParty;

/** Answers token requests. */
final class CodeGrantProvider implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(CodeGrantProvider.class);

    private final RedeemCode redeemCode;

    CodeGrantProvider(RedeemCode redeemCode) {
        this.redeemCode = redeemCode;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2AuthorizationCodeAuthenticationToken token = (OAuth2AuthorizationCodeAuthenticationToken) authentication;
        Authentication client = (Authentication) token.getPrincipal();
        RelyingParty relyingParty = AuthenticatedParty.of(client);
        try {
            IssuedTokens issued = redeemCode.redeem(new RedeemCode.Command(
                    relyingParty.clientId(), token.getCode(), token.getRedirectUri(), verifier(token)));
            OAuth2AccessToken accessToken = new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    issued.accessToken().value(),
                    issued.issuedAt(),
                    issued.accessExpiresAt(),
                    issued.scopes());
            return new OAuth2AccessTokenAuthenticationToken(
                    LiveRegisteredClients.registeredClient(relyingParty),
                    client,
                    accessToken,
                    null,
                    Map.of("id_token", issued.idToken().value()));
        } catch (InvalidGrantException e) {
            LOG.info(
                    "code of {} refused: {}",
                    relyingParty.clientId(),
                    e.reason().code());
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_grant"));
        }
    }

    private static @Nullable String verifier(OAuth2AuthorizationCodeAuthenticationToken token) {
        return token.getAdditionalParameters().get("code_verifier") instanceof String text ? text : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2AuthorizationCodeAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
