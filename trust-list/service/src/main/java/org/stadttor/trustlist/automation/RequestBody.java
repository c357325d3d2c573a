// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.stadttor.trustlist.automation.InvalidRequestException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict, limited access to one object of a request: nothing twice, nothing unknown, nothing of another type. */
record RequestBody(JsonNode object, String path) {

    /** In bytes; forty certificates with everything around them are less. */
    static final int MAX_SIZE = 1_000_000;

    private static final int MAX_TEXT = 500;
    private static final int MAX_CERTIFICATE = 100_000;
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_SHOWN = 40;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_SIZE)
                            .maxNestingDepth(10)
                            .maxStringLength(MAX_CERTIFICATE)
                            .maxNameLength(100)
                            .maxNumberLength(30)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    RequestBody {
        if (!object.isObject()) {
            throw new InvalidRequestException(Reason.MEMBER_INVALID, path);
        }
    }

    static RequestBody parse(byte[] untrusted) {
        if (untrusted.length > MAX_SIZE) {
            throw new InvalidRequestException(Reason.TOO_LARGE, "");
        }
        try {
            return new RequestBody(STRICT.readTree(new String(untrusted, StandardCharsets.UTF_8)), "");
        } catch (JacksonException e) {
            throw new InvalidRequestException(Reason.MALFORMED_JSON, "");
        }
    }

    RequestBody allow(Set<String> members) {
        for (String name : object.propertyNames()) {
            if (!members.contains(name)) {
                String shown = name.replaceAll("[^A-Za-z0-9_.-]", "?");
                throw new InvalidRequestException(
                        Reason.MEMBER_UNKNOWN, at(shown.substring(0, Math.min(shown.length(), MAX_SHOWN))));
            }
        }
        return this;
    }

    boolean has(String member) {
        return object.has(member);
    }

    String text(String member) {
        return text(member, require(member), MAX_TEXT);
    }

    Optional<String> optionalText(String member) {
        return has(member) ? Optional.of(text(member)) : Optional.empty();
    }

    List<String> texts(String member) {
        return entries(member).stream().map(n -> text(member, n, MAX_TEXT)).toList();
    }

    List<String> certificates(String member) {
        return entries(member).stream()
                .map(n -> text(member, n, MAX_CERTIFICATE))
                .toList();
    }

    RequestBody object(String member) {
        return new RequestBody(require(member), at(member));
    }

    List<RequestBody> objects(String member) {
        List<JsonNode> entries = entries(member);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new RequestBody(entries.get(i), at(member) + "/" + i))
                .toList();
    }

    String at(String member) {
        return path + "/" + member;
    }

    InvalidRequestException invalid(String member) {
        return new InvalidRequestException(Reason.MEMBER_INVALID, at(member));
    }

    private List<JsonNode> entries(String member) {
        JsonNode node = object.get(member);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MAX_ENTRIES) {
            throw invalid(member);
        }
        return List.copyOf(node.values());
    }

    private JsonNode require(String member) {
        JsonNode node = object.get(member);
        if (node == null) {
            throw new InvalidRequestException(Reason.MEMBER_MISSING, at(member));
        }
        return node;
    }

    private String text(String member, JsonNode node, int maximum) {
        if (!node.isString() || node.stringValue().length() > maximum) {
            throw invalid(member);
        }
        return node.stringValue();
    }
}
