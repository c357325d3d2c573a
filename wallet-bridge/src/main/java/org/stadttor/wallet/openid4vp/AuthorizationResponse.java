// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a wallet answers: presentations or an error. Parsed, not verified; nothing in it is to be believed.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8.1</a>
 */
public sealed interface AuthorizationResponse {

    /** The most presentations one response is looked at for. */
    int MAX_PRESENTATIONS = 8;

    /**
     * Presentations by the id of the credential query they answer. {@link #toString()} shows ids only.
     *
     * @param presentations never empty, no empty lists
     */
    record VpToken(Map<String, List<String>> presentations) implements AuthorizationResponse {

        public VpToken {
            presentations = Map.copyOf(presentations);
        }

        @Override
        public String toString() {
            return "VpToken" + presentations.keySet();
        }
    }

    /** The wallet, or whoever knows the request, says it will not answer. */
    record Failed(WalletError error) implements AuthorizationResponse {

        @Override
        public String toString() {
            return "Failed[" + error.code() + "]";
        }
    }

    /**
     * Reads what a response says, once it is known to belong to its request.
     *
     * @throws OpenId4VpException if it has neither presentations nor an error, or presentations of the wrong shape
     */
    static AuthorizationResponse of(ObjectNode payload) {
        JsonNode error = payload.get("error");
        JsonNode vpToken = payload.get("vp_token");
        if (error != null && vpToken != null) {
            throw new OpenId4VpException(Reason.RESPONSE_AMBIGUOUS);
        }
        if (error != null) {
            return new Failed(error.isString() ? WalletError.of(error.stringValue()) : WalletError.OTHER);
        }
        return new VpToken(presentations(vpToken));
    }

    private static Map<String, List<String>> presentations(@Nullable JsonNode vpToken) {
        if (vpToken == null) {
            throw new OpenId4VpException(Reason.VP_TOKEN_MISSING);
        }
        if (!(vpToken instanceof ObjectNode object) || object.isEmpty()) {
            throw new OpenId4VpException(Reason.VP_TOKEN_NOT_AN_OBJECT);
        }
        Map<String, List<String>> presentations = new LinkedHashMap<>();
        int count = 0;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            List<String> strings = strings(entry.getValue());
            count += strings.size();
            presentations.put(entry.getKey(), strings);
        }
        if (count > MAX_PRESENTATIONS) {
            throw new OpenId4VpException(Reason.VP_TOKEN_TOO_MANY);
        }
        return presentations;
    }

    private static List<String> strings(JsonNode value) {
        if (!(value instanceof ArrayNode array) || array.isEmpty()) {
            throw new OpenId4VpException(Reason.PRESENTATIONS_NOT_AN_ARRAY);
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode element : array) {
            if (!element.isString()) {
                throw new OpenId4VpException(Reason.PRESENTATIONS_NOT_AN_ARRAY);
            }
            strings.add(element.stringValue());
        }
        return List.copyOf(strings);
    }
}
