// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation;

import java.util.EnumMap;
import java.util.Map;
import org.stadttor.wallet.credential.CredentialIssuer;
import org.stadttor.wallet.pid.PersonIdentification;
import org.stadttor.wallet.pid.PidAttribute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person as bytes, for sealing only. */
final class PersonJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PersonJson() {}

    static byte[] write(PersonIdentification person) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode attributes = root.putObject("attributes");
        person.attributes().forEach((attribute, value) -> attributes.set(attribute.claim(), value));
        root.putObject("issuer")
                .put("name", person.issuer().entityName())
                .put("country", person.issuer().country())
                .put("anchor", person.issuer().anchorSha256())
                .put("sequence", person.issuer().listSequence());
        return JSON.writeValueAsBytes(root);
    }

    static PersonIdentification read(byte[] bytes) {
        JsonNode root = JSON.readTree(bytes);
        Map<PidAttribute, JsonNode> attributes = new EnumMap<>(PidAttribute.class);
        root.required("attributes")
                .properties()
                .forEach(entry -> attributes.put(PidAttribute.of(entry.getKey()).orElseThrow(), entry.getValue()));
        JsonNode issuer = root.required("issuer");
        return new PersonIdentification(
                attributes,
                new CredentialIssuer(
                        issuer.required("name").stringValue(),
                        issuer.required("country").stringValue(),
                        issuer.required("anchor").stringValue(),
                        issuer.required("sequence").longValue()));
    }
}
