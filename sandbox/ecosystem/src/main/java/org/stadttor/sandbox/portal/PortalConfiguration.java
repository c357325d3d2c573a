// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.LocaleResolver;
import org.stadttor.ui.SecurityHeaders;

/** The portal: Spring Security's OAuth2 client with pushed requests, PKCE, private_key_jwt and a checked issuer. */
@Configuration(proxyBeanMethods = false)
@Import(PortalController.class)
public class PortalConfiguration {

    static final String LOGIN = "/portal/login";
    static final String CALLBACK = "/portal/callback";
    static final String ERROR = "/portal/error";

    @Bean
    PortalKeys portalKeys(PortalSettings settings, Clock clock) {
        return new PortalKeys(settings.keyFolder(), clock);
    }

    @Bean
    IdentityProvider identityProvider(PortalSettings settings) {
        return new IdentityProvider(settings);
    }

    /** Takes no algorithm from a header. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoderFactory() {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.ES256);
        return factory;
    }

    @Bean
    @Order(2)
    SecurityFilterChain portal(
            HttpSecurity http, IdentityProvider provider, PortalKeys keys, LocaleResolver localeResolver)
            throws Exception {
        AuthenticationFailureHandler failed = failureHandler();
        return http.securityMatcher("/portal", "/portal/**")
                .headers(SecurityHeaders.pages())
                .authorizeHttpRequests(requests -> requests.requestMatchers("/portal/permit")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2Login(login -> login.loginPage("/portal")
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                                new PushedAuthorizationRequests(provider, keys, localeResolver, LOGIN)))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(CALLBACK))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokenClient(keys)))
                        .defaultSuccessUrl("/portal/permit", true)
                        .failureHandler(failed)
                        .withObjectPostProcessor(new FailureHandling(failed)))
                .addFilterBefore(
                        new IssuerCheck(provider, CALLBACK, ERROR), OAuth2AuthorizationRequestRedirectFilter.class)
                .logout(logout -> logout.logoutUrl("/portal/logout").logoutSuccessUrl("/portal?logged-out"))
                .build();
    }

    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient(PortalKeys keys) {
        NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest> authentication =
                new NimbusJwtClientAuthenticationParametersConverter<>(registration -> keys.signingKey());
        // FAPI 2.0: the audience is the issuer, and nothing else.
        authentication.setJwtClientAssertionCustomizer(assertion -> assertion
                .getClaims()
                .audience(List.of(String.valueOf(assertion
                        .getAuthorizationGrantRequest()
                        .getClientRegistration()
                        .getProviderDetails()
                        .getIssuerUri()))));
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.addParametersConverter(request -> {
            MultiValueMap<String, String> parameters = authentication.convert(request);
            return parameters == null ? new LinkedMultiValueMap<>() : parameters;
        });
        return client;
    }

    /** Failures before the redirect come wrapped into another exception. */
    private static AuthenticationFailureHandler failureHandler() {
        return (request, response, exception) -> {
            Throwable failure = exception instanceof OAuth2AuthenticationException ? exception : exception.getCause();
            String code = failure instanceof OAuth2AuthenticationException oauth
                    ? oauth.getError().getErrorCode()
                    : "other";
            response.sendRedirect(ERROR + "?reason=" + PortalError.of(code).code());
        };
    }
}
