// Spring Boot 4 with spring-boot-starter-security-oauth2-client and spring-boot-starter-webmvc. Needs your private key as
// key.json (JWK). Spring's client does not push requests (RFC 9126) by itself: the resolver below does.
package de.example.portal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

@SpringBootApplication
@RestController
public class Portal {

    static final String ISSUER = "${issuer}";
    static final String REDIRECT_URI = "${redirect_uri}";

    public static void main(String[] arguments) {
        SpringApplication.run(Portal.class, arguments);
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal OidcUser person) {
        return HtmlUtils.htmlEscape(person.getUserInfo().getClaims().toString());
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        ECKey key = ECKey.parse(Files.readString(Path.of("key.json")));
        ClientRegistration stadttor = ClientRegistrations.fromIssuerLocation(ISSUER)
                .registrationId("stadttor")
                .clientId("${client_id}")
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .redirectUri(REDIRECT_URI)
                .scope("${scope}".split(" "))
                .build();
        var registrations = new InMemoryClientRegistrationRepository(stadttor);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .loginPage("/oauth2/authorization/stadttor")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                                new PushedRequests(registrations, stadttor, key)))
                        .redirectionEndpoint(
                                endpoint -> endpoint.baseUri(java.net.URI.create(REDIRECT_URI).getPath()))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokenClient(key))))
                .build();
    }

    /** ID tokens are signed with ES256; no algorithm is taken from a header. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        var factory = new OidcIdTokenDecoderFactory();
        factory.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.ES256);
        return factory;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenClient(ECKey key) {
        var authentication =
                new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(any -> key);
        authentication.setJwtClientAssertionCustomizer(
                assertion -> assertion.getClaims().audience(List.of(ISSUER)));
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.addParametersConverter(authentication);
        return client;
    }

    /** Sends the request to Stadttor first and only a reference to it through the browser. */
    static final class PushedRequests implements OAuth2AuthorizationRequestResolver {

        private final DefaultOAuth2AuthorizationRequestResolver plain;
        private final ClientRegistration stadttor;
        private final ECKey key;

        PushedRequests(InMemoryClientRegistrationRepository registrations, ClientRegistration stadttor, ECKey key) {
            this.plain = new DefaultOAuth2AuthorizationRequestResolver(registrations);
            this.plain.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            this.stadttor = stadttor;
            this.key = key;
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return pushed(plain.resolve(request));
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
            return pushed(plain.resolve(request, registrationId));
        }

        private OAuth2AuthorizationRequest pushed(OAuth2AuthorizationRequest original) {
            if (original == null) {
                return null;
            }
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            UriComponentsBuilder.fromUriString(original.getAuthorizationRequestUri())
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> form.add(
                            name,
                            java.net.URLDecoder.decode(values.getFirst(), java.nio.charset.StandardCharsets.UTF_8)));
            form.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.add("client_assertion", assertion());
            Object endpoint = stadttor.getProviderDetails()
                    .getConfigurationMetadata()
                    .get("pushed_authorization_request_endpoint");
            Map<String, Object> answer = RestClient.create()
                    .post()
                    .uri(endpoint.toString())
                    .body(form)
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {});
            return OAuth2AuthorizationRequest.from(original)
                    .authorizationRequestUri(UriComponentsBuilder.fromUriString(original.getAuthorizationUri())
                            .queryParam("client_id", original.getClientId())
                            .queryParam("request_uri", answer.get("request_uri"))
                            .encode()
                            .build()
                            .toUriString())
                    .build();
        }

        private String assertion() {
            Instant now = Instant.now();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("${kid}").build(),
                    new JWTClaimsSet.Builder()
                            .issuer("${client_id}")
                            .subject("${client_id}")
                            .claim("aud", ISSUER)
                            .jwtID(UUID.randomUUID().toString())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(60)))
                            .build());
            try {
                jwt.sign(new ECDSASigner(key));
            } catch (com.nimbusds.jose.JOSEException e) {
                throw new IllegalStateException(e);
            }
            return jwt.serialize();
        }
    }
}
