// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.relyingparty.AttributeEntitlement;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PidAttribute;

/**
 * A complete dossier in which every rule holds; only {@link DossierRules} makes one.
 *
 * @param webhookUri null where no warnings are sent
 */
public record ServiceDossier(
        Map<String, String> names,
        Map<String, String> descriptions,
        LegalEntity legalEntity,
        boolean publicBody,
        Contact contact,
        SupervisoryAuthority supervisoryAuthority,
        URI privacyPolicyUri,
        List<URI> redirectUris,
        List<URI> postLogoutRedirectUris,
        RelyingParty.Keys keys,
        List<RequestedAttribute> attributes,
        String sector,
        RelyingParty.Matching matching,
        @Nullable URI webhookUri) {

    /** An attribute with everything a citizen and a registrar want to know about it. */
    public record RequestedAttribute(
            PidAttribute attribute,
            Map<String, String> purposes,
            String legalBasis,
            String retention,
            boolean mandatory) {

        public RequestedAttribute {
            purposes = Map.copyOf(purposes);
        }
    }

    /** A registered key and its end. */
    public record ExpiringKey(String keyId, Instant expiresAt) {}

    public ServiceDossier {
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        attributes = List.copyOf(attributes);
    }

    /** What logins read. */
    public RelyingParty asRelyingParty(ClientId clientId) {
        return new RelyingParty(
                clientId,
                names,
                redirectUris,
                keys,
                sector,
                matching,
                attributes.stream()
                        .map(a -> new AttributeEntitlement(a.attribute(), a.purposes(), a.mandatory()))
                        .toList(),
                privacyPolicyUri);
    }

    /** The hosts citizens are sent to. */
    public Set<String> hosts() {
        Set<String> hosts = new TreeSet<>();
        redirectUris.forEach(uri -> hosts.add(uri.getHost()));
        postLogoutRedirectUris.forEach(uri -> hosts.add(uri.getHost()));
        return hosts;
    }

    /** The keys registered by value; empty if they are fetched. */
    public List<ExpiringKey> expiringKeys() {
        return switch (keys) {
            case RelyingParty.Keys.Inline(var jwks) ->
                jwks.getKeys().stream().map(ServiceDossier::expiring).toList();
            case RelyingParty.Keys.ByReference(var uri) -> List.of();
        };
    }

    private static ExpiringKey expiring(JWK key) {
        return new ExpiringKey(key.getKeyID(), key.getExpirationTime().toInstant());
    }
}
