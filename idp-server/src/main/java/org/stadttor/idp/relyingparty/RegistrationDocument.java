// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.stadttor.idp.relyingparty.InvalidRegistrationException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registration document as a strict JSON tree: no unknown member, no member twice, nothing missing. */
final class RegistrationDocument {

    private static final Set<String> MEMBERS = Set.of(
            "client_id",
            "client_name",
            "redirect_uris",
            "jwks",
            "jwks_uri",
            "sector",
            "matching",
            "entitlements",
            "policy_uri");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private RegistrationDocument(JsonNode root, Set<String> members) {
        if (!root.isObject()) {
            throw new InvalidRegistrationException(Reason.DOCUMENT_MALFORMED, "not a JSON object");
        }
        for (String name : root.propertyNames()) {
            if (!members.contains(name)) {
                throw new InvalidRegistrationException(Reason.MEMBER_UNKNOWN, name);
            }
        }
        this.root = root;
    }

    static RegistrationDocument parse(String json) {
        try {
            return new RegistrationDocument(JSON.readTree(json), MEMBERS);
        } catch (JacksonException e) {
            throw new InvalidRegistrationException(Reason.DOCUMENT_MALFORMED, "not JSON, or a member twice");
        }
    }

    boolean has(String name) {
        return root.has(name);
    }

    JsonNode member(String name) {
        JsonNode node = root.get(name);
        if (node == null || node.isNull()) {
            throw new InvalidRegistrationException(Reason.MEMBER_MISSING, name);
        }
        return node;
    }

    String text(String name) {
        JsonNode node = member(name);
        if (!node.isString()) {
            throw new InvalidRegistrationException(Reason.DOCUMENT_MALFORMED, name + " is not a string");
        }
        return node.stringValue();
    }

    boolean flag(String name) {
        JsonNode node = member(name);
        if (!node.isBoolean()) {
            throw new InvalidRegistrationException(Reason.DOCUMENT_MALFORMED, name + " is not a boolean");
        }
        return node.booleanValue();
    }

    List<String> texts(String name) {
        JsonNode node = member(name);
        if (!node.isArray() || node.valueStream().anyMatch(entry -> !entry.isString())) {
            throw new InvalidRegistrationException(Reason.DOCUMENT_MALFORMED, name + " is not an array of strings");
        }
        return node.valueStream().map(JsonNode::stringValue).toList();
    }

    List<RegistrationDocument> documents(String name, Set<String> members) {
        JsonNode node = member(name);
        if (!node.isArray()) {
            throw new InvalidRegistrationException(Reason.DOCUMENT_MALFORMED, name + " is not an array");
        }
        return node.valueStream()
                .map(entry -> new RegistrationDocument(entry, members))
                .toList();
    }

    static Map<String, String> languages(JsonNode node, Reason reason) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw new InvalidRegistrationException(reason, "not an object of texts by language");
        }
        node.properties().forEach(entry -> {
            if (!LANGUAGE.matcher(entry.getKey()).matches() || !entry.getValue().isString()) {
                throw new InvalidRegistrationException(reason, "not an object of texts by language");
            }
            texts.put(entry.getKey(), entry.getValue().stringValue());
        });
        return texts;
    }

    static String write(RelyingParty relyingParty) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_id", relyingParty.clientId().value());
        members.put("client_name", new TreeMap<>(relyingParty.names()));
        members.put(
                "redirect_uris",
                relyingParty.redirectUris().stream().map(Object::toString).toList());
        switch (relyingParty.keys()) {
            case RelyingParty.Keys.Inline(var jwks) -> members.put("jwks", new TreeMap<>(jwks.toJSONObject(true)));
            case RelyingParty.Keys.ByReference(var uri) -> members.put("jwks_uri", uri.toString());
        }
        members.put("sector", relyingParty.sector());
        members.put("matching", relyingParty.matching() == RelyingParty.Matching.ACCOUNT ? "account" : "transient");
        members.put(
                "entitlements",
                relyingParty.entitlements().stream()
                        .map(RegistrationDocument::write)
                        .toList());
        members.put("policy_uri", relyingParty.privacyPolicyUri().toString());
        return JSON.writeValueAsString(members);
    }

    private static Map<String, Object> write(AttributeEntitlement entitlement) {
        return new TreeMap<>(Map.of(
                "attribute", entitlement.attribute().claim(),
                "purpose", new TreeMap<>(entitlement.purposes()),
                "mandatory", entitlement.mandatory()));
    }
}
