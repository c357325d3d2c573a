// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends the authorization request to the identity provider first and takes only a reference through the browser, which
 * Spring Security's client does not do by itself. PKCE is always used.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126">RFC 9126, section 2</a>
 */
final class PushedAuthorizationRequests implements OAuth2AuthorizationRequestResolver {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final IdentityProvider provider;
    private final PortalKeys keys;
    private final LocaleResolver languages;
    private final OAuth2AuthorizationRequestResolver plain;
    private final RestClient http = RestClient.create();

    PushedAuthorizationRequests(
            IdentityProvider provider, PortalKeys keys, LocaleResolver languages, String loginPath) {
        this.provider = provider;
        this.keys = keys;
        this.languages = languages;
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(provider, loginPath);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        this.plain = resolver;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return pushed(request, plain.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return pushed(request, plain.resolve(request, registrationId));
    }

    private @Nullable OAuth2AuthorizationRequest pushed(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest original) {
        if (original == null) {
            return null;
        }
        ClientRegistration registration = provider.registration();
        MultiValueMap<String, String> parameters = parameters(original, registration);
        parameters.set("ui_locales", languages.resolveLocale(request).getLanguage());
        String requestUri = push(registration, parameters);
        return OAuth2AuthorizationRequest.from(original)
                .authorizationRequestUri(UriComponentsBuilder.fromUriString(original.getAuthorizationUri())
                        .queryParam("client_id", original.getClientId())
                        .queryParam("request_uri", requestUri)
                        .encode()
                        .build()
                        .toUriString())
                .build();
    }

    private MultiValueMap<String, String> parameters(
            OAuth2AuthorizationRequest original, ClientRegistration registration) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString(original.getAuthorizationRequestUri())
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> parameters.add(name, decoded(value))));
        String issuer = registration.getProviderDetails().getIssuerUri();
        parameters.set("client_assertion_type", ASSERTION_TYPE);
        parameters.set("client_assertion", keys.clientAssertion(original.getClientId(), String.valueOf(issuer)));
        return parameters;
    }

    private String push(ClientRegistration registration, MultiValueMap<String, String> parameters) {
        Object endpoint = registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("pushed_authorization_request_endpoint");
        try {
            Map<String, Object> answer = http.post()
                    .uri(URI.create(String.valueOf(endpoint)))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(parameters)
                    .retrieve()
                    .body(JSON);
            if (answer != null && answer.get("request_uri") instanceof String requestUri) {
                return requestUri;
            }
        } catch (RestClientException | IllegalArgumentException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("request_not_taken"), e);
        }
        throw new OAuth2AuthenticationException(new OAuth2Error("request_not_taken"));
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
