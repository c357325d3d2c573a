// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON that a wallet sent: UTF-8 only, duplicate member names refused, nothing after the value, and bounded in
 * depth, size and length of numbers. A refusal never carries a part of the text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class StrictJson {

    /** The deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 16;

    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_NAME = 256;
    private static final int MAX_NUMBER = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_CHARACTERS)
                            .maxStringLength(MAX_CHARACTERS)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * Reads any JSON value.
     *
     * @param malformed the reason to refuse with
     * @throws CredentialRejectedException with that reason
     */
    public static JsonNode value(byte[] utf8, Reason malformed) {
        try {
            return value(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString(),
                    malformed);
        } catch (CharacterCodingException _) {
            throw new CredentialRejectedException(malformed);
        }
    }

    /** As {@link #value(byte[], Reason)}, of text. */
    public static JsonNode value(String text, Reason malformed) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException _) {
            // Not as the cause: its message quotes the text.
            throw new CredentialRejectedException(malformed);
        }
        if (node.isMissingNode()) {
            throw new CredentialRejectedException(malformed);
        }
        return node;
    }

    /** As {@link #value(byte[], Reason)}, and it must be an object. */
    public static ObjectNode object(byte[] utf8, Reason malformed) {
        if (value(utf8, malformed) instanceof ObjectNode object) {
            return object;
        }
        throw new CredentialRejectedException(malformed);
    }
}
