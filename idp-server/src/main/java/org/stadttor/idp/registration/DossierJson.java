// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dossiers as strict JSON. Structure and size are judged here, contents by {@link DossierRules}. */
final class DossierJson {

    /** The largest document, in characters. */
    static final int LIMIT = 256 * 1024;

    private static final int LIST_LIMIT = 100;
    private static final int TEXT_LIMIT = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(12)
                            .maxStringLength(TEXT_LIMIT)
                            .maxDocumentLength(4L * LIMIT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DossierJson() {}

    static DossierDraft read(String json) {
        if (json.length() > LIMIT) {
            throw malformed();
        }
        try {
            return dossier(JSON.readTree(json));
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private static DossierDraft dossier(JsonNode root) {
        requireMembers(
                root,
                Set.of(
                        "names",
                        "descriptions",
                        "legal_entity",
                        "public_body",
                        "contact",
                        "supervisory_authority",
                        "privacy_policy_uri",
                        "redirect_uris",
                        "post_logout_redirect_uris",
                        "keys",
                        "jwks_uri",
                        "attributes",
                        "sector",
                        "matching",
                        "webhook_uri"));
        return new DossierDraft(
                texts(root, "names"),
                texts(root, "descriptions"),
                legalEntity(root.path("legal_entity")),
                root.has("public_body") ? (Boolean) flag(root, "public_body") : null,
                contact(root.path("contact")),
                supervisoryAuthority(root.path("supervisory_authority")),
                text(root, "privacy_policy_uri"),
                list(root, "redirect_uris", DossierJson::string),
                list(root, "post_logout_redirect_uris", DossierJson::string),
                list(root, "keys", DossierJson::key),
                text(root, "jwks_uri"),
                list(root, "attributes", DossierJson::attribute),
                text(root, "sector"),
                text(root, "matching"),
                text(root, "webhook_uri"));
    }

    private static LegalEntity legalEntity(JsonNode node) {
        if (node.isMissingNode()) {
            return LegalEntity.empty();
        }
        requireMembers(node, Set.of("legal_name", "identifier", "country", "address"));
        return new LegalEntity(
                text(node, "legal_name"), text(node, "identifier"), text(node, "country"), text(node, "address"));
    }

    private static Contact contact(JsonNode node) {
        if (node.isMissingNode()) {
            return Contact.empty();
        }
        requireMembers(node, Set.of("email", "phone", "support_uri"));
        return new Contact(text(node, "email"), text(node, "phone"), text(node, "support_uri"));
    }

    private static SupervisoryAuthority supervisoryAuthority(JsonNode node) {
        if (node.isMissingNode()) {
            return SupervisoryAuthority.empty();
        }
        requireMembers(node, Set.of("name", "country", "email", "phone", "form_uri"));
        return new SupervisoryAuthority(
                text(node, "name"),
                text(node, "country"),
                text(node, "email"),
                text(node, "phone"),
                text(node, "form_uri"));
    }

    private static KeyDraft key(JsonNode node) {
        requireMembers(node, Set.of("jwk", "expires_at"));
        JsonNode jwk = node.path("jwk");
        if (!jwk.isObject()) {
            throw malformed();
        }
        return new KeyDraft(jwk.toString(), text(node, "expires_at"));
    }

    private static AttributeDraft attribute(JsonNode node) {
        requireMembers(node, Set.of("attribute", "purposes", "legal_basis", "retention", "mandatory"));
        return new AttributeDraft(
                text(node, "attribute"),
                texts(node, "purposes"),
                text(node, "legal_basis"),
                text(node, "retention"),
                flag(node, "mandatory"));
    }

    private static void requireMembers(JsonNode node, Set<String> members) {
        if (!node.isObject() || !members.containsAll(node.propertyNames())) {
            throw malformed();
        }
    }

    private static String string(JsonNode node) {
        if (!node.isString()) {
            throw malformed();
        }
        return node.stringValue();
    }

    private static String text(JsonNode node, String name) {
        return node.has(name) ? string(node.get(name)).strip() : "";
    }

    private static boolean flag(JsonNode node, String name) {
        if (!node.has(name)) {
            return false;
        }
        if (!node.get(name).isBoolean()) {
            throw malformed();
        }
        return node.get(name).booleanValue();
    }

    private static Map<String, String> texts(JsonNode node, String name) {
        Map<String, String> texts = new TreeMap<>();
        if (node.has(name)) {
            if (!node.get(name).isObject() || node.get(name).size() > LIST_LIMIT) {
                throw malformed();
            }
            node.get(name)
                    .properties()
                    .forEach(entry ->
                            texts.put(entry.getKey(), string(entry.getValue()).strip()));
        }
        return texts;
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        if (node.has(name)) {
            if (!node.get(name).isArray() || node.get(name).size() > LIST_LIMIT) {
                throw malformed();
            }
            node.get(name).forEach(entry -> list.add(read.apply(entry)));
        }
        return list;
    }

    private static RegistrationRefusedException malformed() {
        return new RegistrationRefusedException(RegistrationRefusedException.Reason.DOSSIER_MALFORMED);
    }

    static String write(DossierDraft dossier) {
        Members members = new Members();
        members.put("names", new TreeMap<>(dossier.names()));
        members.put("descriptions", new TreeMap<>(dossier.descriptions()));
        members.put(
                "legal_entity",
                new Members()
                        .put("legal_name", dossier.legalEntity().legalName())
                        .put("identifier", dossier.legalEntity().identifier())
                        .put("country", dossier.legalEntity().country())
                        .put("address", dossier.legalEntity().address())
                        .all);
        if (dossier.publicBody() != null) {
            members.all.put("public_body", dossier.publicBody());
        }
        members.put(
                "contact",
                new Members()
                        .put("email", dossier.contact().email())
                        .put("phone", dossier.contact().phone())
                        .put("support_uri", dossier.contact().supportUri())
                        .all);
        members.put(
                "supervisory_authority",
                new Members()
                        .put("name", dossier.supervisoryAuthority().name())
                        .put("country", dossier.supervisoryAuthority().country())
                        .put("email", dossier.supervisoryAuthority().email())
                        .put("phone", dossier.supervisoryAuthority().phone())
                        .put("form_uri", dossier.supervisoryAuthority().formUri())
                        .all);
        members.put("privacy_policy_uri", dossier.privacyPolicyUri());
        members.put("redirect_uris", dossier.redirectUris());
        members.put("post_logout_redirect_uris", dossier.postLogoutRedirectUris());
        members.put("keys", dossier.keys().stream().map(DossierJson::written).toList());
        members.put("jwks_uri", dossier.jwksUri());
        members.put(
                "attributes",
                dossier.attributes().stream().map(DossierJson::written).toList());
        members.put("sector", dossier.sector());
        members.put("matching", dossier.matching());
        members.put("webhook_uri", dossier.webhookUri());
        return JSON.writeValueAsString(members.all);
    }

    private static Map<String, Object> written(KeyDraft key) {
        Members members = new Members();
        members.all.put("jwk", jwk(key.jwk()));
        return members.put("expires_at", key.expiresAt()).all;
    }

    /** A JSON object with its members in order; other text becomes an object that no rule accepts. */
    static String inOrder(String jwk) {
        return JSON.writeValueAsString(jwk(jwk));
    }

    private static Object jwk(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return JSON.convertValue(node, TreeMap.class);
            }
        } catch (JacksonException e) {
            // What is no JSON is kept as text and refused by the rules.
        }
        return Map.of("text", text);
    }

    private static Map<String, Object> written(AttributeDraft attribute) {
        Members members = new Members()
                .put("attribute", attribute.attribute())
                .put("purposes", new TreeMap<>(attribute.purposes()))
                .put("legal_basis", attribute.legalBasis())
                .put("retention", attribute.retention());
        members.all.put("mandatory", attribute.mandatory());
        return members.all;
    }

    /** Leaves out what is empty. */
    private static final class Members {
        private final Map<String, Object> all = new LinkedHashMap<>();

        Members put(String name, Object value) {
            boolean empty = switch (value) {
                case String text -> text.isEmpty();
                case Map<?, ?> map -> map.isEmpty();
                case List<?> list -> list.isEmpty();
                default -> false;
            };
            if (!empty) {
                all.put(name, value);
            }
            return this;
        }
    }
}
