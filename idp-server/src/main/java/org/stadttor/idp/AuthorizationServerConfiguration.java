// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.stadttor.idp.authorization.ClientAssertions;
import org.stadttor.idp.authorization.ProviderMetadata;
import org.stadttor.idp.authorization.PushAuthorizationRequest;
import org.stadttor.idp.authorization.RedeemCode;
import org.stadttor.idp.authorization.RevokeToken;
import org.stadttor.idp.authorization.Sealing;
import org.stadttor.idp.authorization.SigningKeyStore;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.authorization.jdbc.JdbcSigningKeyStore;
import org.stadttor.idp.authorization.web.LiveRegisteredClients;
import org.stadttor.idp.authorization.web.NoStoredAuthorizations;
import org.stadttor.idp.authorization.web.OpenIdProvider;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.relyingparty.RelyingParties;

/** The end points relying parties call, on Spring's authorization server, and its keys. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    @Bean
    @Order(20)
    SecurityFilterChain relyingPartyChain(HttpSecurity http, OpenIdProvider provider) throws Exception {
        return http.securityMatcher(
                        "/oauth2/par",
                        "/oauth2/token",
                        "/oauth2/revoke",
                        "/oauth2/jwks",
                        "/.well-known/openid-configuration",
                        "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(provider::configure)
                // Spring's UserInfo filter, which is not reached, wants a decoder: one that accepts nothing.
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.decoder(OpenIdProvider.noBearerTokens())))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/oauth2/jwks",
                                "/.well-known/openid-configuration",
                                "/.well-known/oauth-authorization-server")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Spring's configurer would bring back a disabled protection, with a session, for what it does not
                // know.
                .csrf(csrf -> csrf.ignoringRequestMatchers(AnyRequestMatcher.INSTANCE))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(OpenIdProvider.invalidClient()))
                .build();
    }

    /** The UserInfo endpoint judges the access token itself. */
    @Bean
    @Order(30)
    SecurityFilterChain userInfoChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/userinfo")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    OpenIdProvider openIdProvider(
            ClientAssertions assertions,
            PushAuthorizationRequest push,
            RedeemCode redeem,
            RevokeToken revoke,
            ProviderMetadata metadata) {
        return new OpenIdProvider(
                new OpenIdProvider.UseCases(assertions, push, redeem, revoke), metadata, metadata.issuer());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(OpenIdProvider provider) {
        return provider.settings();
    }

    @Bean
    RegisteredClientRepository registeredClients(RelyingParties relyingParties) {
        return new LiveRegisteredClients(relyingParties);
    }

    @Bean
    OAuth2AuthorizationService authorizationService() {
        return new NoStoredAuthorizations();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(SigningKeys keys) {
        return OpenIdProvider.publicKeys(keys);
    }

    @Bean
    SigningKeyStore signingKeyStore(JdbcClient jdbc, SecureRandom random, IdpSettings settings) {
        return new JdbcSigningKeyStore(
                jdbc,
                new Sealing("stadttor signing key v1", random),
                settings.dataKey().key("stadttor.data-key"));
    }

    @Bean
    @DependsOn("schemas")
    SigningKeys signingKeys(SigningKeyStore store, IdpSettings settings, Clock clock) {
        return new SigningKeys(store, AuthorizationConfiguration.rotation(settings), clock);
    }
}
