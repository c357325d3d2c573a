// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadttor.testing.SharedMaterial;
import org.stadttor.trustlist.testing.TestCertificate;
import org.stadttor.trustlist.testing.TestList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we write has the shape of the published ETSI schema, with a small reader of exactly the keywords used there. */
class LoteSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern ABSOLUTE_URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.+");

    private final List<String> findings = new ArrayList<>();

    @Test
    void written_lists_validate_against_the_etsi_schema() {
        JsonNode schema = schema();
        var ca = TestCertificate.rootCa("CA").certificate();
        ListOfTrustedEntities full =
                TestList.full(TestCertificate.selfSigned("Signer").certificate(), ca);
        check(schema, schema, MAPPER.readTree(LoteJson.write(full)), "$");
        check(schema, schema, MAPPER.readTree(LoteJson.write(TestList.of())), "$");
        ListOfTrustedEntities sparse =
                TestList.of(TestList.entity("A", TestList.service(ServiceType.PID_ISSUANCE, ca)));
        check(schema, schema, MAPPER.readTree(LoteJson.write(sparse)), "$");
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ListProfile.class)
    void each_profile_validates_with_status_and_history(ListProfile profile) {
        JsonNode schema = schema();
        Instant now = TestCertificate.NOW;
        var ca = TestCertificate.rootCa("A").certificate();
        TrustedService service = new TrustedService(
                        "A", profile.issuance().uri(), List.of(ca), StatusPolicy.STATUS_REQUIRED)
                .with(
                        new ServiceStatus(ServiceStatus.Value.NOTIFIED, now),
                        List.of(new ServiceStatus(ServiceStatus.Value.WITHDRAWN, now.minusSeconds(60))));
        ListOfTrustedEntities list = new ListOfTrustedEntities(
                profile.typeUri(),
                1,
                "Musterstadt",
                "EU",
                now,
                now.plusSeconds(60),
                List.of(new TrustedEntity("A", "NTRDE-A", "DE", List.of(service))));
        JsonNode written = MAPPER.readTree(LoteJson.write(list));
        check(schema, schema, written, "$");
        assertThat(findings).isEmpty();
        assertThat(written.findValue("ServiceHistory")).isNotNull();
        ListOfTrustedEntities read = LoteJson.read(LoteJson.write(list));
        assertThat(read.typeUri()).isEqualTo(profile.typeUri());
        assertThat(read.entities().getFirst().country()).isEqualTo("DE");
        assertThat(read.entities().getFirst().services().getFirst().status()).isEqualTo(service.status());
    }

    @Test
    void the_check_itself_finds_what_is_wrong() {
        JsonNode schema = schema();
        check(schema, schema, MAPPER.readTree(SharedMaterial.text("standards/vectors/lote/invalid.json")), "$");
        assertThat(findings).isNotEmpty();
    }

    private static JsonNode schema() {
        return MAPPER.readTree(SharedMaterial.text("standards/vectors/lote/1960201_json_schema.json"));
    }

    private void check(JsonNode root, JsonNode schema, JsonNode value, String path) {
        JsonNode ref = schema.get("$ref");
        if (ref != null) {
            check(root, root.at(ref.stringValue().substring(1)), value, path);
            return;
        }
        for (JsonNode name : schema.path("required")) {
            expect(value.has(name.stringValue()), path + " lacks " + name);
        }
        checkType(schema, value, path);
        if (value.isObject()) {
            value.properties().forEach(member -> {
                JsonNode rule = schema.path("properties").get(member.getKey());
                expect(
                        rule != null || schema.path("additionalProperties").asBoolean(true),
                        path + " must not have " + member.getKey());
                if (rule != null) {
                    check(root, rule, member.getValue(), path + "." + member.getKey());
                }
            });
        }
        if (value.isArray()) {
            expect(value.size() >= schema.path("minItems").asInt(0), path + " is too short");
            if (schema.has("oneOf")) {
                long fitting = schema.get("oneOf").values().stream()
                        .filter(option -> value.values().stream()
                                .allMatch(v -> Stream.of(option.at("/items/required"))
                                        .flatMap(r -> r.values().stream())
                                        .allMatch(name -> v.has(name.stringValue()))))
                        .count();
                expect(fitting == 1, path + " fits " + fitting + " options");
            }
            value.forEach(v -> check(root, schema.path("items"), v, path + "[]"));
        }
    }

    private void checkType(JsonNode schema, JsonNode value, String path) {
        boolean fits = switch (schema.path("type").asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "integer" -> value.isIntegralNumber();
            case "string" ->
                value.isString()
                        && value.stringValue().length()
                                >= schema.path("minLength").asInt(0)
                        && value.stringValue().length()
                                <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                        && (!schema.path("format").asString("").equals("uri")
                                || ABSOLUTE_URI.matcher(value.stringValue()).matches());
            default -> true;
        };
        expect(fits, path + " is no " + schema.path("type"));
    }

    private void expect(boolean condition, String finding) {
        if (!condition) {
            findings.add(finding);
        }
    }
}
