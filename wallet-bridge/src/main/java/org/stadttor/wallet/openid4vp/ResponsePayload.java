// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a response, of which nothing is read before its {@code state} was found to be that of the request.
 * {@link #toString()} shows nothing.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-final.html">OpenID4VP 1.0, section 8</a>
 */
public final class ResponsePayload {

    private final ObjectNode parameters;

    private ResponsePayload(ObjectNode parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads the plaintext of an encrypted response.
     *
     * @throws OpenId4VpException if it is not one strict JSON object
     */
    public static ResponsePayload parse(byte[] plaintext) {
        return new ResponsePayload(
                JsonObjects.parse(plaintext).orElseThrow(() -> new OpenId4VpException(Reason.PAYLOAD_MALFORMED)));
    }

    /** An error that came in clear, because the wallet could not or would not encrypt. */
    static ResponsePayload ofPlainError(String error, @Nullable String state) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("error", error);
        if (state != null) {
            parameters.put("state", state);
        }
        return new ResponsePayload(parameters);
    }

    /**
     * What the response says, if it answers the request with this state. Compared in constant time.
     *
     * @throws OpenId4VpException {@code STATE_MISSING} or {@code STATE_MISMATCH}
     */
    public ResponsePayload requireState(String expected) {
        JsonNode state = parameters.get("state");
        if (state == null || !state.isString() || state.stringValue().isEmpty()) {
            throw new OpenId4VpException(Reason.STATE_MISSING);
        }
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), state.stringValue().getBytes(StandardCharsets.UTF_8))) {
            throw new OpenId4VpException(Reason.STATE_MISMATCH);
        }
        return this;
    }

    /**
     * The presentations or the error.
     *
     * @throws OpenId4VpException with one of the {@code VP_TOKEN_}, {@code PRESENTATIONS_} or {@code RESPONSE_} reasons
     */
    public AuthorizationResponse response() {
        return AuthorizationResponse.of(parameters);
    }

    @Override
    public String toString() {
        return "ResponsePayload[…]";
    }
}
