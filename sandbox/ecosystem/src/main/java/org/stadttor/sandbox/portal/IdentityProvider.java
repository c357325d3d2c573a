// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The identity provider as the portal knows it: looked up when somebody wants to log in, so that it may start after the
 * portal, and looked up again after a failure.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0, section 4</a>
 */
public final class IdentityProvider implements ClientRegistrationRepository {

    static final String REGISTRATION = "stadttor";
    static final String UNAVAILABLE = "provider_unavailable";

    private final PortalSettings settings;
    private final AtomicReference<@Nullable URI> issuer;
    private final AtomicReference<@Nullable ClientRegistration> known = new AtomicReference<>();

    IdentityProvider(PortalSettings settings) {
        this.settings = settings;
        this.issuer = new AtomicReference<>(settings.issuer());
    }

    /** Uses this identity provider from now on. */
    public void use(URI other) {
        issuer.set(other);
        known.set(null);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return REGISTRATION.equals(registrationId) ? registration() : null;
    }

    ClientRegistration registration() {
        ClientRegistration current = known.get();
        if (current == null) {
            current = discovered();
            known.set(current);
        }
        return current;
    }

    private ClientRegistration discovered() {
        URI location = issuer.get();
        if (location == null) {
            throw unavailable(null);
        }
        try {
            return ClientRegistrations.fromOidcIssuerLocation(location.toString())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("{baseUrl}/portal/callback")
                    .scope(settings.scopes())
                    .build();
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    private static OAuth2AuthenticationException unavailable(@Nullable RuntimeException cause) {
        OAuth2Error error = new OAuth2Error(UNAVAILABLE);
        return cause == null
                ? new OAuth2AuthenticationException(error)
                : new OAuth2AuthenticationException(error, cause);
    }
}
