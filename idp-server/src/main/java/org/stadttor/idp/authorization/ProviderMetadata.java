// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * The discovery document: exactly what is true, nothing by default.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0, section 3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414</a>
 */
public final class ProviderMetadata {

    private static final List<String> CLIENT_ALGORITHMS = List.of("ES256", "PS256", "EdDSA");

    private final Issuer issuer;
    private final @Nullable AssuranceLevel level;

    public ProviderMetadata(Issuer issuer, @Nullable AssuranceLevel level) {
        this.issuer = issuer;
        this.level = level;
    }

    /** Whose document it is. */
    public Issuer issuer() {
        return issuer;
    }

    /** The members of the document. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        addAddresses(members);
        addFlow(members);
        addClientAuthentication(members);
        addClaims(members);
        return members;
    }

    private void addAddresses(Map<String, Object> members) {
        members.put("issuer", issuer.toString());
        members.put("authorization_endpoint", issuer.address("/oauth2/authorize"));
        members.put("pushed_authorization_request_endpoint", issuer.address("/oauth2/par"));
        members.put("token_endpoint", issuer.address("/oauth2/token"));
        members.put("userinfo_endpoint", issuer.userInfo());
        members.put("revocation_endpoint", issuer.address("/oauth2/revoke"));
        members.put("jwks_uri", issuer.address("/oauth2/jwks"));
    }

    private static void addFlow(Map<String, Object> members) {
        members.put("require_pushed_authorization_requests", true);
        members.put("response_types_supported", List.of("code"));
        members.put("response_modes_supported", List.of("query"));
        members.put("grant_types_supported", List.of("authorization_code"));
        members.put("code_challenge_methods_supported", List.of("S256"));
        members.put("authorization_response_iss_parameter_supported", true);
        members.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        members.put("request_parameter_supported", false);
        members.put("request_uri_parameter_supported", false);
        members.put("claims_parameter_supported", false);
        members.put("ui_locales_supported", List.of("de", "en"));
    }

    private static void addClientAuthentication(Map<String, Object> members) {
        for (String endpoint : List.of("token", "revocation")) {
            members.put(endpoint + "_endpoint_auth_methods_supported", List.of("private_key_jwt"));
            members.put(endpoint + "_endpoint_auth_signing_alg_values_supported", CLIENT_ALGORITHMS);
        }
    }

    private void addClaims(Map<String, Object> members) {
        members.put("subject_types_supported", List.of("pairwise"));
        members.put("id_token_signing_alg_values_supported", List.of("ES256"));
        members.put(
                "scopes_supported",
                Arrays.stream(Scope.values()).map(Scope::value).toList());
        members.put("claim_types_supported", List.of("normal"));
        Stream<String> protocol = Stream.of("iss", "sub", "aud", "exp", "iat", "nonce", "auth_time");
        Stream<String> acr = level == null ? Stream.empty() : Stream.of("acr");
        Stream<String> attributes = Arrays.stream(PidAttribute.values()).map(PidAttribute::claim);
        members.put(
                "claims_supported",
                Stream.of(protocol, acr, attributes).flatMap(s -> s).toList());
        if (level != null) {
            members.put("acr_values_supported", List.of(level.acr()));
        }
    }
}
