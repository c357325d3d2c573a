// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadttor.trustlist.lote.InvalidListException.Reason;
import tools.jackson.databind.JsonNode;

/** Typed, limited access to the members of one JSON object of a list. */
record JsonMembers(JsonNode object) {

    /** More entries than this has no array of a list. */
    static final int MAX_ENTRIES = 10_000;

    private static final int MAX_TEXT = 4_096;
    private static final int MAX_INSTANT = 40;

    JsonMembers {
        if (!object.isObject()) {
            throw new InvalidListException(Reason.MEMBER_INVALID, "an object was expected");
        }
    }

    JsonMembers object(String name) {
        return new JsonMembers(require(name));
    }

    Optional<JsonMembers> optionalObject(String name) {
        return Optional.ofNullable(optional(name)).map(JsonMembers::new);
    }

    String text(String name) {
        return text(name, require(name), MAX_TEXT);
    }

    String longText(String name) {
        return text(name, require(name), LoteJson.MAX_STRING);
    }

    String optionalText(String name) {
        JsonNode node = optional(name);
        return node == null ? "" : text(name, node, MAX_TEXT);
    }

    long positiveInteger(String name) {
        JsonNode node = require(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 1) {
            throw invalid(name);
        }
        return node.longValue();
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name, require(name), MAX_INSTANT));
        } catch (DateTimeException e) {
            throw new InvalidListException(Reason.MEMBER_INVALID, name, e);
        }
    }

    /** The objects of an array that must be there and have one entry at least. */
    List<JsonMembers> objects(String name) {
        require(name);
        List<JsonMembers> entries = optionalObjects(name);
        if (entries.isEmpty()) {
            throw invalid(name);
        }
        return entries;
    }

    List<JsonMembers> optionalObjects(String name) {
        return entries(name).stream().map(JsonMembers::new).toList();
    }

    List<String> optionalTexts(String name) {
        return entries(name).stream().map(n -> text(name, n, MAX_TEXT)).toList();
    }

    /** The English value of an array of {lang, value}, else the first one. */
    String multilingual(String name) {
        List<JsonMembers> values = objects(name);
        return values.stream()
                .filter(v -> v.optionalText("lang").startsWith("en"))
                .findFirst()
                .orElse(values.getFirst())
                .text("value");
    }

    /** All URIs of an array of {lang, uriValue}. */
    List<String> uris(String name) {
        return optionalObjects(name).stream().map(v -> v.text("uriValue")).toList();
    }

    /** An extension point: entries we do not know are passed over, unless one says that it is critical. */
    List<JsonMembers> extensions(String name) {
        List<JsonNode> entries = entries(name);
        if (entries.stream().anyMatch(JsonMembers::isCritical)) {
            throw new InvalidListException(Reason.UNKNOWN_CRITICAL_EXTENSION, name);
        }
        return entries.stream().filter(JsonNode::isObject).map(JsonMembers::new).toList();
    }

    boolean isNull(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull();
    }

    @Nullable
    JsonNode optional(String name) {
        return object.get(name);
    }

    private JsonNode require(String name) {
        JsonNode node = object.get(name);
        if (node == null) {
            throw new InvalidListException(Reason.MEMBER_MISSING, name);
        }
        return node;
    }

    private List<JsonNode> entries(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw invalid(name);
        }
        if (node.size() > MAX_ENTRIES) {
            throw new InvalidListException(Reason.LIMIT_EXCEEDED, name);
        }
        return List.copyOf(node.values());
    }

    /** No extension of ours is critical, so any that says so is unknown. The binding does not fix the spelling. */
    private static boolean isCritical(JsonNode extension) {
        return extension.isObject()
                && extension.properties().stream()
                        .anyMatch(m -> (m.getKey().equalsIgnoreCase("critical")
                                        || m.getKey().equalsIgnoreCase("criticality"))
                                && !isFalse(m.getValue()));
    }

    private static boolean isFalse(JsonNode flag) {
        return flag.isBoolean() ? !flag.booleanValue() : flag.isString() && "false".equals(flag.stringValue());
    }

    private static String text(String name, JsonNode node, int maximum) {
        if (!node.isString()) {
            throw invalid(name);
        }
        String value = node.stringValue();
        if (value.length() > maximum) {
            throw new InvalidListException(Reason.LIMIT_EXCEEDED, name);
        }
        return value;
    }

    private static InvalidListException invalid(String name) {
        return new InvalidListException(Reason.MEMBER_INVALID, name);
    }
}
