// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.stadttor.wallet.statuslist.InvalidStatusListException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON of status list tokens: strict like that of wallets, but a list may be as long as a token. */
final class TokenJson {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NAME = 256;
    private static final int MAX_NUMBER = 32;
    // 31 December 9999: later moments do not fit the formats of others.
    private static final double LAST_SECOND = 253_402_300_799d;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(StatusListToken.MAX_LENGTH)
                            .maxStringLength(StatusListToken.MAX_LENGTH)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TokenJson() {}

    static ObjectNode object(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidStatusListException(Reason.MALFORMED);
        } catch (CharacterCodingException | JacksonException e) {
            throw new InvalidStatusListException(Reason.MALFORMED, e);
        }
    }

    /** A member that must be text if it is there. */
    static Optional<String> text(JsonNode object, String name) {
        JsonNode node = object.get(name);
        if (node == null) {
            return Optional.empty();
        }
        return Optional.of(node.stringValueOpt().orElseThrow(() -> new InvalidStatusListException(Reason.MALFORMED)));
    }

    /** A NumericDate (RFC 7519, section 2) that must be one if it is there. */
    static Optional<Instant> date(JsonNode object, String name) {
        return number(object, name).map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }

    /** A number of seconds, not negative, that must be one if it is there. */
    static Optional<Double> number(JsonNode object, String name) {
        JsonNode node = object.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= LAST_SECOND)) {
            throw new InvalidStatusListException(Reason.MALFORMED);
        }
        return Optional.of(node.doubleValue());
    }
}
