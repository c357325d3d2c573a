// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.organisation.UnitDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names and details as they stand in the table. */
final class UnitJson {

    private static final JsonMapper JSON = new JsonMapper();

    private UnitJson() {}

    static String names(Map<String, String> names) {
        return JSON.writeValueAsString(new TreeMap<>(names));
    }

    static Map<String, String> names(String json) {
        Map<String, String> names = new LinkedHashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue().stringValue()));
        return names;
    }

    static String details(UnitDetails details) {
        Map<String, Object> members = new LinkedHashMap<>();
        LegalEntity entity = details.legalEntity();
        members.put("legal_name", entity.legalName());
        members.put("identifier", entity.identifier());
        members.put("country", entity.country());
        members.put("address", entity.address());
        Contact contact = details.contact();
        members.put("email", contact.email());
        members.put("phone", contact.phone());
        members.put("support_uri", contact.supportUri());
        SupervisoryAuthority authority = details.supervisoryAuthority();
        members.put("authority_name", authority.name());
        members.put("authority_country", authority.country());
        members.put("authority_email", authority.email());
        members.put("authority_phone", authority.phone());
        members.put("authority_form_uri", authority.formUri());
        if (details.publicBody() != null) {
            members.put("public_body", details.publicBody());
        }
        return JSON.writeValueAsString(members);
    }

    static UnitDetails details(String json) {
        JsonNode node = JSON.readTree(json);
        return new UnitDetails(
                new LegalEntity(
                        text(node, "legal_name"),
                        text(node, "identifier"),
                        text(node, "country"),
                        text(node, "address")),
                new Contact(text(node, "email"), text(node, "phone"), text(node, "support_uri")),
                new SupervisoryAuthority(
                        text(node, "authority_name"),
                        text(node, "authority_country"),
                        text(node, "authority_email"),
                        text(node, "authority_phone"),
                        text(node, "authority_form_uri")),
                node.has("public_body") ? (Boolean) node.get("public_body").booleanValue() : null);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
