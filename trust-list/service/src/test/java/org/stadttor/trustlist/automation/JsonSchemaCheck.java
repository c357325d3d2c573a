// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks a value against a schema of the interface description: exactly the keywords used there, no others. */
record JsonSchemaCheck(JsonNode document) {

    private static final List<String> KEYWORDS = List.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "minItems",
            "maxItems",
            "maxLength",
            "minimum",
            "maximum",
            "format",
            "description",
            "default");

    List<String> findings(JsonNode schema, JsonNode value) {
        List<String> findings = new ArrayList<>();
        check(schema, value, "$", findings);
        return findings;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> findings) {
        if (schema.has("$ref")) {
            check(document.at(schema.get("$ref").stringValue().substring(1)), value, path, findings);
            return;
        }
        for (String keyword : schema.propertyNames()) {
            expect(KEYWORDS.contains(keyword), path + ": the check does not know " + keyword, findings);
        }
        checkScalar(schema, value, path, findings);
        for (JsonNode name : schema.path("required")) {
            expect(value.has(name.stringValue()), path + " lacks " + name, findings);
        }
        if (value.isObject()) {
            value.properties().forEach(member -> {
                JsonNode rule = schema.path("properties").get(member.getKey());
                expect(
                        rule != null || schema.path("additionalProperties").asBoolean(true),
                        path + " must not have " + member.getKey(),
                        findings);
                if (rule != null) {
                    check(rule, member.getValue(), path + "." + member.getKey(), findings);
                }
            });
        }
        if (value.isArray()) {
            expect(value.size() >= schema.path("minItems").asInt(0), path + " is too short", findings);
            value.forEach(v -> check(schema.path("items"), v, path + "[]", findings));
        }
    }

    private static void checkScalar(JsonNode schema, JsonNode value, String path, List<String> findings) {
        boolean fits = switch (schema.path("type").asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "string" ->
                value.isString()
                        && (!schema.has("enum")
                                || Stream.of(schema.get("enum"))
                                        .flatMap(e -> e.values().stream())
                                        .anyMatch(value::equals));
            default -> false;
        };
        expect(fits, path + " is no " + schema.path("type"), findings);
    }

    private static void expect(boolean condition, String finding, List<String> findings) {
        if (!condition) {
            findings.add(finding);
        }
    }
}
