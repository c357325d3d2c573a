// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stadttor.wallet.credential.ClaimsPath;
import org.stadttor.wallet.credential.ClaimsPath.Component;
import org.stadttor.wallet.credential.CredentialFormat;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.StrictJson;
import org.stadttor.wallet.dcql.InvalidQueryException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * DCQL queries as JSON. Unknown members are ignored when reading.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 6</a>
 */
public final class DcqlJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DcqlJson() {}

    /** The query as the value of the request parameter {@code dcql_query}. */
    public static ObjectNode write(DcqlQuery query) {
        ObjectNode json = NODES.objectNode();
        json.set("credentials", array(query.credentials(), DcqlJson::write));
        if (!query.credentialSets().isEmpty()) {
            json.set("credential_sets", array(query.credentialSets(), DcqlJson::write));
        }
        return json;
    }

    private static ObjectNode write(CredentialQuery query) {
        ObjectNode json = NODES.objectNode();
        json.put("id", query.id());
        json.put("format", query.format().identifier());
        json.set("meta", NODES.objectNode().set("vct_values", array(query.vctValues(), NODES::stringNode)));
        if (query.multiple()) {
            json.put("multiple", true);
        }
        if (!query.claims().isEmpty()) {
            json.set("claims", array(query.claims(), DcqlJson::write));
        }
        if (!query.claimSets().isEmpty()) {
            json.set("claim_sets", array(query.claimSets(), ids -> array(ids, NODES::stringNode)));
        }
        return json;
    }

    private static ObjectNode write(ClaimsQuery claim) {
        ObjectNode json = NODES.objectNode();
        claim.id().ifPresent(id -> json.put("id", id));
        json.set("path", array(claim.path().components(), DcqlJson::write));
        return json;
    }

    private static JsonNode write(Component component) {
        return switch (component) {
            case Component.Member(String name) -> NODES.stringNode(name);
            case Component.Index(int index) -> NODES.numberNode(index);
            case Component.AllElements() -> NODES.nullNode();
        };
    }

    private static ObjectNode write(CredentialSetQuery set) {
        ObjectNode json = NODES.objectNode();
        json.set("options", array(set.options(), ids -> array(ids, NODES::stringNode)));
        if (!set.required()) {
            json.put("required", false);
        }
        return json;
    }

    private static <T> ArrayNode array(List<T> values, Function<T, JsonNode> write) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }

    /**
     * Reads a query.
     *
     * @throws InvalidQueryException if it breaks a rule, or asks for a format or without a binding that this verifier
     *     does not ask for
     */
    public static DcqlQuery parse(String json) {
        JsonNode root;
        try {
            root = StrictJson.value(json, CredentialRejectedException.Reason.MALFORMED);
        } catch (CredentialRejectedException e) {
            throw new InvalidQueryException(Reason.NOT_JSON);
        }
        return new DcqlQuery(
                required(root, "credentials", DcqlJson::credential), list(root, "credential_sets", DcqlJson::set));
    }

    private static CredentialQuery credential(JsonNode json) {
        if (!flag(json, "require_cryptographic_holder_binding", true)) {
            throw new InvalidQueryException(Reason.HOLDER_BINDING_WAIVED);
        }
        return new CredentialQuery(
                text(json.path("id")),
                CredentialFormat.of(text(json.path("format")))
                        .orElseThrow(() -> new InvalidQueryException(Reason.FORMAT_NOT_SUPPORTED)),
                required(json.path("meta"), "vct_values", DcqlJson::text),
                flag(json, "multiple", false),
                list(json, "claims", DcqlJson::claim),
                list(json, "claim_sets", DcqlJson::texts));
    }

    private static ClaimsQuery claim(JsonNode json) {
        List<Component> path = required(json, "path", DcqlJson::component);
        return new ClaimsQuery(
                json.has("id") ? Optional.of(text(json.path("id"))) : Optional.empty(), new ClaimsPath(path));
    }

    private static Component component(JsonNode json) {
        if (json.isNull()) {
            return new Component.AllElements();
        }
        if (json.isString()) {
            return new Component.Member(json.stringValue());
        }
        if (json.isIntegralNumber() && json.canConvertToInt() && json.intValue() >= 0) {
            return new Component.Index(json.intValue());
        }
        throw new InvalidQueryException(Reason.PATH_INVALID);
    }

    private static CredentialSetQuery set(JsonNode json) {
        return new CredentialSetQuery(required(json, "options", DcqlJson::texts), flag(json, "required", true));
    }

    private static boolean flag(JsonNode json, String name, boolean absent) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw new InvalidQueryException(Reason.MEMBER_INVALID);
        }
        return value.booleanValue();
    }

    private static String text(JsonNode json) {
        return json.stringValueOpt().orElseThrow(() -> new InvalidQueryException(Reason.MEMBER_INVALID));
    }

    private static List<String> texts(JsonNode json) {
        return elements(json, DcqlJson::text);
    }

    private static <T> List<T> required(JsonNode json, String name, Function<JsonNode, T> read) {
        return elements(json.path(name), read);
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
        return json.has(name) ? elements(json.path(name), read) : List.of();
    }

    /** Every array of a query has at least one element. */
    private static <T> List<T> elements(JsonNode json, Function<JsonNode, T> read) {
        if (!json.isArray() || json.isEmpty()) {
            throw new InvalidQueryException(Reason.MEMBER_INVALID);
        }
        List<T> values = new ArrayList<>();
        json.forEach(element -> values.add(read.apply(element)));
        return values;
    }
}
