// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts disclosures in the place of their digests: from the payload the issuer signed to the processed payload. For one
 * credential only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901#section-7.1">RFC 9901, section 7.1</a>
 */
public final class DisclosureResolver {

    private static final int TOP = 1;
    private static final String DIGESTS = "_sd";
    private static final String DIGEST_ALGORITHM = "_sd_alg";
    private static final String PLACEHOLDER = "...";
    private static final Set<String> RESERVED = Set.of(DIGESTS, DIGEST_ALGORITHM, PLACEHOLDER);

    /** Not to be disclosed selectively (SD-JWT VC, section 2.2.2.3), nor anything inside them. */
    private static final Set<String> NEVER_SELECTIVE =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status");

    private final Map<String, Disclosure> unreferenced = new HashMap<>();
    private final Set<String> digests = new HashSet<>();

    private DisclosureResolver(List<Disclosure> disclosures) {
        for (Disclosure disclosure : disclosures) {
            if (unreferenced.put(disclosure.digest(), disclosure) != null) {
                throw rejected(Reason.DISCLOSURE_DUPLICATE);
            }
        }
    }

    /**
     * The processed payload; the argument stays as it is.
     *
     * @throws CredentialRejectedException with one of the {@code DISCLOSURE_} or {@code DIGEST_} reasons,
     *     {@code CLAIM_COLLISION} or {@code TOO_LARGE}
     */
    public static ObjectNode resolve(ObjectNode payload, List<Disclosure> disclosures) {
        requireDigestAlgorithm(payload);
        DisclosureResolver resolver = new DisclosureResolver(disclosures);
        ObjectNode processed = resolver.payload(payload);
        if (!resolver.unreferenced.isEmpty()) {
            throw rejected(Reason.DISCLOSURE_UNREFERENCED);
        }
        return processed;
    }

    private static void requireDigestAlgorithm(ObjectNode payload) {
        if (payload.has(DIGEST_ALGORITHM)
                && !"sha-256".equals(payload.path(DIGEST_ALGORITHM).stringValue(null))) {
            throw rejected(Reason.DIGEST_ALGORITHM_NOT_ALLOWED);
        }
    }

    private ObjectNode payload(ObjectNode payload) {
        ObjectNode processed = object(payload, TOP);
        for (String name : NEVER_SELECTIVE) {
            // Neither the claim itself nor anything in it may have come out of a disclosure.
            if (processed.has(name) && !processed.get(name).equals(payload.get(name))) {
                throw rejected(Reason.DISCLOSURE_FORBIDDEN_CLAIM);
            }
        }
        return processed;
    }

    private JsonNode value(JsonNode value, int depth) {
        if (depth > StrictJson.MAX_DEPTH) {
            throw rejected(Reason.TOO_LARGE);
        }
        return switch (value) {
            case ObjectNode object -> object(object, depth);
            case ArrayNode array -> array(array, depth);
            case JsonNode leaf -> leaf;
        };
    }

    private ObjectNode object(ObjectNode source, int depth) {
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : source.properties()) {
            switch (member.getKey()) {
                case DIGESTS -> {
                    // Below, when the plain members are there to collide with.
                }
                case DIGEST_ALGORITHM -> {
                    if (depth > TOP) {
                        throw rejected(Reason.DIGEST_ALGORITHM_NOT_ALLOWED);
                    }
                }
                case PLACEHOLDER -> throw rejected(Reason.DIGEST_MALFORMED);
                default -> target.set(member.getKey(), value(member.getValue(), depth + 1));
            }
        }
        if (source.has(DIGESTS)) {
            discloseProperties(source.get(DIGESTS), target, depth);
        }
        return target;
    }

    private void discloseProperties(JsonNode digestArray, ObjectNode target, int depth) {
        if (!digestArray.isArray()) {
            throw rejected(Reason.DIGEST_MALFORMED);
        }
        for (JsonNode digest : digestArray) {
            switch (take(digest)) {
                case Disclosure.Property(String _, String name, JsonNode value) -> {
                    if (RESERVED.contains(name)) {
                        throw rejected(Reason.DISCLOSURE_RESERVED_NAME);
                    }
                    if (target.has(name)) {
                        throw rejected(Reason.CLAIM_COLLISION);
                    }
                    target.set(name, value(value, depth + 1));
                }
                case Disclosure.Element _ -> throw rejected(Reason.DISCLOSURE_NOT_A_PROPERTY);
                case null -> {
                    // A decoy, or not disclosed.
                }
            }
        }
    }

    private ArrayNode array(ArrayNode source, int depth) {
        ArrayNode target = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : source) {
            if (!element.has(PLACEHOLDER)) {
                target.add(value(element, depth + 1));
                continue;
            }
            if (element.size() != 1) {
                throw rejected(Reason.DIGEST_MALFORMED);
            }
            switch (take(element.get(PLACEHOLDER))) {
                case Disclosure.Element(String _, JsonNode value) -> target.add(value(value, depth + 1));
                case Disclosure.Property _ -> throw rejected(Reason.DISCLOSURE_NOT_AN_ELEMENT);
                case null -> {
                    // A decoy, or not disclosed.
                }
            }
        }
        return target;
    }

    /** The disclosure of a digest, if there is one. No digest may occur twice, disclosed or not. */
    private @Nullable Disclosure take(JsonNode digest) {
        String text = digest.stringValueOpt().orElseThrow(() -> rejected(Reason.DIGEST_MALFORMED));
        if (!digests.add(text)) {
            throw rejected(Reason.DIGEST_DUPLICATE);
        }
        return unreferenced.remove(text);
    }

    private static CredentialRejectedException rejected(Reason reason) {
        return new CredentialRejectedException(reason);
    }
}
