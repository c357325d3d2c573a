// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.sdjwt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadttor.sandbox.keys.SigningIdentity;

/**
 * Issues SD-JWTs in which every claim, every member of an object and every element of an array is selectively
 * disclosable on its own (recursive disclosures).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901">RFC 9901, sections 4.2 and 6.3</a>
 */
public final class SdJwtWriter {

    private final Map<String, Object> plain = new LinkedHashMap<>();
    private final List<Disclosure> disclosures = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();

    /** A claim that is always visible. */
    public SdJwtWriter plain(String name, Object value) {
        plain.put(name, value);
        return this;
    }

    /** A claim that is disclosed only if the holder wants to, and each part of it on its own. */
    public SdJwtWriter disclosable(String name, Object value) {
        digests.add(property(name, value));
        return this;
    }

    /** Claims that are disclosed only if the holder wants to. */
    public SdJwtWriter disclosable(Map<String, Object> claims) {
        claims.forEach(this::disclosable);
        return this;
    }

    /**
     * The SD-JWT with all disclosures, without key binding.
     *
     * @param type value of the header {@code typ}
     */
    public String write(String type, SigningIdentity signer) {
        Map<String, Object> payload = new LinkedHashMap<>(plain);
        payload.put("_sd", digests.stream().sorted().toList());
        payload.put("_sd_alg", "sha-256");
        return serialise(signer.sign(type, payload), disclosures);
    }

    /** The serialisation without key binding: each part is followed by a tilde (RFC 9901, section 4). */
    static String serialise(String issuerJwt, List<Disclosure> disclosures) {
        StringBuilder text = new StringBuilder(issuerJwt).append('~');
        disclosures.forEach(disclosure -> text.append(disclosure.encoded()).append('~'));
        return text.toString();
    }

    private String property(String name, Object value) {
        Disclosure disclosure = Disclosure.property(name, hidden(value));
        disclosures.add(disclosure);
        return disclosure.digest();
    }

    private Object hidden(Object value) {
        return switch (value) {
            case Map<?, ?> object -> hiddenMembers(object);
            case List<?> array -> hiddenElements(array);
            default -> value;
        };
    }

    private Map<String, Object> hiddenMembers(Map<?, ?> object) {
        List<String> members = new ArrayList<>();
        object.forEach((name, value) -> members.add(property((String) name, value)));
        Collections.sort(members);
        return Map.of("_sd", members);
    }

    /** Elements keep their order; one decoy hides how many there are. */
    private List<Object> hiddenElements(List<?> array) {
        List<Object> placeholders = new ArrayList<>();
        for (Object value : array) {
            Disclosure disclosure = Disclosure.element(hidden(value));
            disclosures.add(disclosure);
            placeholders.add(Map.of("...", disclosure.digest()));
        }
        placeholders.add(Map.of("...", Disclosure.decoy()));
        return placeholders;
    }
}
