// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The disclosed claims of a verified credential as an immutable JSON tree. {@link #toString()} shows no value.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 7</a>
 */
public final class Claims {

    private final ObjectNode root;

    private Claims(ObjectNode root) {
        this.root = root;
    }

    public static Claims of(ObjectNode root) {
        return new Claims(root.deepCopy());
    }

    /**
     * The values a path selects; empty if the path does not apply or selects nothing.
     * The nodes are copies: changing them does not change these claims.
     */
    public List<JsonNode> select(ClaimsPath path) {
        List<JsonNode> selected = List.of((JsonNode) root);
        for (ClaimsPath.Component component : path.components()) {
            selected = selected.stream()
                    .flatMap(node -> step(node, component).stream())
                    .toList();
        }
        return selected.stream().map(JsonNode::deepCopy).toList();
    }

    private static List<JsonNode> step(JsonNode node, ClaimsPath.Component component) {
        return switch (component) {
            case ClaimsPath.Component.Member(String name) ->
                node.isObject() && node.has(name) ? List.of(node.get(name)) : List.of();
            case ClaimsPath.Component.Index(int index) ->
                node.isArray() && index < node.size() ? List.of(node.get(index)) : List.of();
            case ClaimsPath.Component.AllElements() ->
                node.isArray() ? node.valueStream().toList() : List.of();
        };
    }

    @Override
    public String toString() {
        return "Claims[" + root.size() + " members]";
    }
}
