// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dossier as a flat table of fields, so that two can be compared. */
final class DossierFields {

    /** Everything below these can decide who gets what data, so a second person looks at it. */
    private static final List<String> SENSITIVE = List.of(
            "attributes",
            "redirect_uris",
            "post_logout_redirect_uris",
            "keys",
            "jwks_uri",
            "sector",
            "matching",
            "legal_entity.identifier");

    /**
     * A field; entries of lists differ by key.
     *
     * @param key empty but in lists of addresses
     */
    record Field(String name, String key) implements Comparable<Field> {

        boolean isSensitive() {
            return SENSITIVE.stream().anyMatch(part -> name.equals(part) || name.startsWith(part + "."));
        }

        @Override
        public int compareTo(Field other) {
            return Comparator.comparing(Field::name).thenComparing(Field::key).compare(this, other);
        }
    }

    private final Map<Field, String> fields = new LinkedHashMap<>();

    private DossierFields() {}

    static Map<Field, String> of(DossierDraft dossier) {
        DossierFields all = new DossierFields();
        dossier.names().forEach((language, text) -> all.put("names." + language, text));
        dossier.descriptions().forEach((language, text) -> all.put("descriptions." + language, text));
        all.put("legal_entity.legal_name", dossier.legalEntity().legalName());
        all.put("legal_entity.identifier", dossier.legalEntity().identifier());
        all.put("legal_entity.country", dossier.legalEntity().country());
        all.put("legal_entity.address", dossier.legalEntity().address());
        all.put(
                "public_body",
                dossier.publicBody() == null ? "" : dossier.publicBody().toString());
        all.put("contact.email", dossier.contact().email());
        all.put("contact.phone", dossier.contact().phone());
        all.put("contact.support_uri", dossier.contact().supportUri());
        all.put("supervisory_authority.name", dossier.supervisoryAuthority().name());
        all.put("supervisory_authority.country", dossier.supervisoryAuthority().country());
        all.put("supervisory_authority.email", dossier.supervisoryAuthority().email());
        all.put("supervisory_authority.phone", dossier.supervisoryAuthority().phone());
        all.put("supervisory_authority.form_uri", dossier.supervisoryAuthority().formUri());
        all.put("privacy_policy_uri", dossier.privacyPolicyUri());
        dossier.redirectUris().forEach(uri -> all.fields.put(new Field("redirect_uris", uri), uri));
        dossier.postLogoutRedirectUris()
                .forEach(uri -> all.fields.put(new Field("post_logout_redirect_uris", uri), uri));
        dossier.keys().forEach(all::put);
        all.put("jwks_uri", dossier.jwksUri());
        dossier.attributes().forEach(all::put);
        all.put("sector", dossier.sector());
        all.put("matching", dossier.matching());
        all.put("webhook_uri", dossier.webhookUri());
        return all.fields;
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(new Field(name, ""), value);
        }
    }

    private void put(KeyDraft key) {
        String name = "keys." + keyId(key);
        fields.put(new Field(name, key.jwk()), key.jwk());
        if (!key.expiresAt().isEmpty()) {
            fields.put(new Field(name + ".expires_at", key.jwk()), key.expiresAt());
        }
    }

    private static String keyId(KeyDraft key) {
        try {
            String id = JWK.parse(key.jwk()).getKeyID();
            return id == null ? "" : id;
        } catch (ParseException | IllegalArgumentException e) {
            return "";
        }
    }

    private void put(AttributeDraft attribute) {
        String name = "attributes." + attribute.attribute();
        put(name, attribute.mandatory() ? "mandatory" : "optional");
        attribute.purposes().forEach((language, text) -> put(name + ".purposes." + language, text));
        put(name + ".legal_basis", attribute.legalBasis());
        put(name + ".retention", attribute.retention());
    }
}
