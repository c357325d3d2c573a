// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.stadttor.staff.StaffAddress;
import org.stadttor.staff.StaffSettings.OpenIdProvider;
import org.stadttor.staff.oidc.OpenIdRefusedException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The relying party at the operator's provider: authorization code flow with PKCE, state and nonce.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect Core, section 3.1</a>
 */
public final class OpenIdClient {

    /** Where the provider sends the browser back to. */
    public static final String CALLBACK = "/staff/openid/callback";

    private static final JsonMapper JSON = new JsonMapper();

    private final OpenIdProvider provider;
    private final ProviderHttp http;
    private final StaffAddress address;
    private final Clock clock;

    public OpenIdClient(OpenIdProvider provider, ProviderHttp http, StaffAddress address, Clock clock) {
        this.provider = provider;
        this.http = http;
        this.address = address;
        this.clock = clock;
    }

    private record Metadata(URI authorization, URI token, URI keys) {}

    /** Where the browser goes to sign in. */
    public URI authorizationAddress(Attempt attempt) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", provider.clientId());
        parameters.put("redirect_uri", redirectUri());
        parameters.put("scope", "openid");
        parameters.put("state", attempt.state());
        parameters.put("nonce", attempt.nonce());
        parameters.put("code_challenge", attempt.codeChallenge());
        parameters.put("code_challenge_method", "S256");
        String endpoint = metadata().authorization().toString();
        return URI.create(endpoint
                + (endpoint.contains("?") ? "&" : "?")
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /**
     * Redeems the code of this attempt.
     *
     * @return the subject at this provider
     * @throws OpenIdRefusedException if anything is not as it must be
     */
    public String subject(String code, Attempt attempt) {
        Metadata metadata = metadata();
        String answer = http.post(
                metadata.token(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirectUri(),
                        "code_verifier",
                        attempt.codeVerifier()),
                provider.clientId(),
                provider.clientSecret().text());
        String idToken = json(answer, Reason.CODE_REFUSED).path("id_token").asString("");
        return new IdTokenVerifier(issuer(), provider.clientId(), keys(metadata.keys()), clock)
                .verify(idToken, attempt.nonce());
    }

    /** The issuer, as it stands in every token. */
    public String issuer() {
        return provider.issuer().toString();
    }

    /** What people call it. */
    public String name() {
        return provider.name();
    }

    private Metadata metadata() {
        String base = issuer().endsWith("/") ? issuer().substring(0, issuer().length() - 1) : issuer();
        JsonNode json = json(
                http.get(URI.create(base + "/.well-known/openid-configuration")), Reason.PROVIDER_METADATA_INVALID);
        if (!json.path("issuer").asString("").equals(issuer())) {
            throw new OpenIdRefusedException(Reason.PROVIDER_METADATA_INVALID);
        }
        return new Metadata(
                address(json, "authorization_endpoint"), address(json, "token_endpoint"), address(json, "jwks_uri"));
    }

    private JWKSet keys(URI address) {
        try {
            return JWKSet.parse(http.get(address));
        } catch (ParseException e) {
            throw new OpenIdRefusedException(Reason.PROVIDER_METADATA_INVALID, e);
        }
    }

    private String redirectUri() {
        return address.page(CALLBACK).toString();
    }

    private static URI address(JsonNode json, String member) {
        try {
            URI address = URI.create(json.path(member).asString(""));
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new OpenIdRefusedException(Reason.PROVIDER_METADATA_INVALID, e);
        }
        throw new OpenIdRefusedException(Reason.PROVIDER_METADATA_INVALID);
    }

    private static JsonNode json(String text, Reason otherwise) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new OpenIdRefusedException(otherwise, e);
        }
    }
}
