// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.lote;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.stadttor.trustlist.lote.InvalidListException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON binding of lists of trusted entities. Reading is strict where something could be understood in two ways
 * (duplicate members, trailing content, wrong types, another version) and tolerant where a later edition may add
 * something (unknown members). A list without NextUpdate is closed and refused.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119600_119699/119602/">ETSI TS 119 602 V1.1.1, clause 6, annex B</a>
 */
public final class LoteJson {

    /** No list is larger, in bytes. */
    public static final int MAX_SIZE = 20 * 1024 * 1024;

    static final int MAX_STRING = 100_000;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NAME = 200;
    private static final int MAX_NUMBER = 30;

    static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_SIZE)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LoteJson() {}

    /**
     * Reads a list.
     *
     * @param untrusted UTF-8 without byte order mark
     * @throws InvalidListException if it is not a list we understand completely
     */
    public static ListOfTrustedEntities read(byte[] untrusted) {
        if (untrusted.length > MAX_SIZE) {
            throw new InvalidListException(Reason.TOO_LARGE, "more than " + MAX_SIZE + " bytes");
        }
        try {
            return readText(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(untrusted))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new InvalidListException(Reason.MALFORMED_JSON, "not UTF-8", e);
        }
    }

    /** As {@link #read(byte[])}. */
    public static ListOfTrustedEntities read(String untrusted) {
        if (untrusted.length() > MAX_SIZE) {
            throw new InvalidListException(Reason.TOO_LARGE, "more than " + MAX_SIZE + " characters");
        }
        return readText(untrusted);
    }

    /** Writes a list in the shape of the ETSI schema, UTF-8. */
    public static byte[] write(ListOfTrustedEntities list) {
        return STRICT.writeValueAsBytes(LoteWriter.write(list));
    }

    private static ListOfTrustedEntities readText(String untrusted) {
        return LoteReader.read(tree(untrusted));
    }

    private static JsonNode tree(String untrusted) {
        try {
            return STRICT.readTree(untrusted);
        } catch (StreamConstraintsException e) {
            throw new InvalidListException(Reason.LIMIT_EXCEEDED, "nesting, a string, a name or a number", e);
        } catch (JacksonException e) {
            boolean duplicate = e.getOriginalMessage().startsWith("Duplicate ");
            throw new InvalidListException(
                    duplicate ? Reason.DUPLICATE_MEMBER : Reason.MALFORMED_JSON, "unreadable", e);
        }
    }
}
