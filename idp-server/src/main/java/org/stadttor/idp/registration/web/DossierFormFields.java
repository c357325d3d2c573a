// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import org.springframework.util.LinkedMultiValueMap;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.registration.AttributeDraft;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.KeyDraft;

/** A dossier as the fields of its forms; reading them again gives the same dossier. */
final class DossierFormFields {

    private final LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    private DossierFormFields() {}

    static FormFields of(DossierDraft dossier) {
        DossierFormFields all = new DossierFormFields();
        dossier.names().forEach((language, text) -> all.put("names." + language, text));
        dossier.descriptions().forEach((language, text) -> all.put("descriptions." + language, text));
        all.put(new UnitDetails(
                dossier.legalEntity(), dossier.contact(), dossier.supervisoryAuthority(), dossier.publicBody()));
        all.put("privacy_policy_uri", dossier.privacyPolicyUri());
        all.put("redirect_uris", String.join("\n", dossier.redirectUris()));
        all.put("post_logout_redirect_uris", String.join("\n", dossier.postLogoutRedirectUris()));
        all.put("webhook_uri", dossier.webhookUri());
        all.put("jwks_uri", dossier.jwksUri());
        all.put("sector", dossier.sector());
        all.put("matching", dossier.matching());
        for (int i = 0; i < dossier.keys().size(); i++) {
            KeyDraft key = dossier.keys().get(i);
            all.put("expires_at." + i, key.expiresAt());
        }
        dossier.attributes().forEach(all::put);
        return new FormFields(all.fields);
    }

    /** The details of an organisation. */
    static FormFields of(UnitDetails details) {
        DossierFormFields all = new DossierFormFields();
        all.put(details);
        return new FormFields(all.fields);
    }

    private void put(UnitDetails details) {
        put("legal_entity.legal_name", details.legalEntity().legalName());
        put("legal_entity.identifier", details.legalEntity().identifier());
        put("legal_entity.country", details.legalEntity().country());
        put("legal_entity.address", details.legalEntity().address());
        put("public_body", details.publicBody() == null ? "" : details.publicBody() ? "yes" : "no");
        put("contact.email", details.contact().email());
        put("contact.phone", details.contact().phone());
        put("contact.support_uri", details.contact().supportUri());
        put("supervisory_authority.name", details.supervisoryAuthority().name());
        put("supervisory_authority.country", details.supervisoryAuthority().country());
        put("supervisory_authority.email", details.supervisoryAuthority().email());
        put("supervisory_authority.phone", details.supervisoryAuthority().phone());
        put("supervisory_authority.form_uri", details.supervisoryAuthority().formUri());
    }

    private void put(AttributeDraft attribute) {
        String claim = attribute.attribute();
        put("attribute", claim);
        attribute.purposes().forEach((language, text) -> put("purpose." + claim + "." + language, text));
        put("legal_basis." + claim, attribute.legalBasis());
        put("retention." + claim, attribute.retention());
        put("need." + claim, attribute.mandatory() ? "mandatory" : "optional");
    }

    private void put(String name, String value) {
        fields.add(name, value);
    }
}
