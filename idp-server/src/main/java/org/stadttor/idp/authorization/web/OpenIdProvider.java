// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.stadttor.idp.authorization.ClientAssertions;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.ProviderMetadata;
import org.stadttor.idp.authorization.PushAuthorizationRequest;
import org.stadttor.idp.authorization.RedeemCode;
import org.stadttor.idp.authorization.RevokeToken;
import org.stadttor.idp.authorization.SigningKeys;

/**
 * Spring's authorization server with our providers in place of its own: its filters speak HTTP, our use cases decide. What
 * is not listed here (other grants, other client authentication, consent, introspection) does not answer.
 */
public final class OpenIdProvider {

    /** The use cases behind the end points. */
    public record UseCases(
            ClientAssertions assertions, PushAuthorizationRequest push, RedeemCode redeem, RevokeToken revoke) {}

    private final UseCases useCases;
    private final ProviderMetadata metadata;
    private final Issuer issuer;

    public OpenIdProvider(UseCases useCases, ProviderMetadata metadata, Issuer issuer) {
        this.useCases = useCases;
        this.metadata = metadata;
        this.issuer = issuer;
    }

    /** Puts our providers into Spring's filters. */
    public void configure(OAuth2AuthorizationServerConfigurer server) {
        server.clientAuthentication(client -> client.authenticationConverters(
                                converters -> replace(converters, new ClientAssertionConverter()))
                        .authenticationProviders(
                                providers -> replace(providers, new ClientAssertionProvider(useCases.assertions()))))
                .pushedAuthorizationRequestEndpoint(par -> par.pushedAuthorizationRequestConverters(
                                converters -> replace(converters, new PushedRequestConverter(issuer)))
                        .authenticationProviders(
                                providers -> replace(providers, new PushedRequestProvider(useCases.push()))))
                .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                converters -> replace(converters, new OAuth2AuthorizationCodeAuthenticationConverter()))
                        .authenticationProviders(
                                providers -> replace(providers, new CodeGrantProvider(useCases.redeem()))))
                .tokenRevocationEndpoint(revocation -> revocation.authenticationProviders(
                        providers -> replace(providers, new RevocationProvider(useCases.revoke()))))
                .tokenIntrospectionEndpoint(introspection -> introspection.authenticationProviders(List::clear))
                .authorizationServerMetadataEndpoint(endpoint ->
                        endpoint.authorizationServerMetadataCustomizer(document -> document.claims(claims -> {
                            claims.clear();
                            claims.putAll(metadata.members());
                        })))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(endpoint ->
                        endpoint.providerConfigurationCustomizer(document -> document.claims(claims -> {
                            claims.clear();
                            claims.putAll(metadata.members());
                        }))));
    }

    /** The addresses of the end points. */
    public AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .issuer(issuer.toString())
                .pushedAuthorizationRequestEndpoint("/oauth2/par")
                .tokenEndpoint("/oauth2/token")
                .tokenRevocationEndpoint("/oauth2/revoke")
                .jwkSetEndpoint("/oauth2/jwks")
                .oidcUserInfoEndpoint("/userinfo")
                .build();
    }

    /** Only public keys: what Spring does not have it cannot show. */
    public static JWKSource<SecurityContext> publicKeys(SigningKeys keys) {
        return (selector, context) -> selector.select(keys.published());
    }

    /** No end point of this chain takes an access token. */
    public static JwtDecoder noBearerTokens() {
        return token -> {
            throw new BadJwtException("not accepted here");
        };
    }

    /** Whoever has not authenticated gets {@code invalid_client}; nobody can with another method than POST. */
    public static AuthenticationEntryPoint invalidClient() {
        return (request, response, exception) -> {
            if (!HttpMethod.POST.matches(request.getMethod())) {
                response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
                response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
                return;
            }
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            write(response, "{\"error\":\"invalid_client\"}");
        };
    }

    private static void write(HttpServletResponse response, String json) throws java.io.IOException {
        response.getWriter().write(json);
    }

    private static <T> void replace(List<T> list, T only) {
        list.clear();
        list.add(only);
    }
}
