// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.sdjwt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks a claims path through a payload, looking through digests.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0.html">OpenID4VP 1.0, section 7.1</a>
 */
final class PathSelection {

    /** A value on the way, with the disclosures that led to it. */
    private record Node(@Nullable Object value, Set<Disclosure> disclosures) {

        Node below(@Nullable Object child, @Nullable Disclosure disclosure) {
            Set<Disclosure> all = new LinkedHashSet<>(disclosures);
            if (disclosure != null) {
                all.add(disclosure);
            }
            return new Node(child, all);
        }
    }

    private final Map<String, Disclosure> byDigest;

    PathSelection(Map<String, Disclosure> byDigest) {
        this.byDigest = byDigest;
    }

    Optional<SelectedClaim> select(Map<String, Object> payload, List<?> path) {
        List<Node> selected = List.of(new Node(payload, Set.of()));
        for (Object component : path) {
            selected = selected.stream().flatMap(node -> step(node, component)).toList();
        }
        if (selected.isEmpty()) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        Set<Disclosure> disclosures = new LinkedHashSet<>();
        for (Node node : selected) {
            disclosures.addAll(node.disclosures());
            Object value = resolvedValue(node.value(), disclosures);
            if (value != null) {
                values.add(value);
            }
        }
        return Optional.of(new SelectedClaim(values, disclosures));
    }

    Map<String, Object> resolved(Map<String, Object> payload) {
        return resolvedObject(payload, new LinkedHashSet<>());
    }

    private Stream<Node> step(Node node, @Nullable Object component) {
        return switch (component) {
            case String name -> member(node, name).stream();
            case Number index -> elements(node).skip(index.longValue()).limit(1);
            case null -> elements(node);
            default -> Stream.empty();
        };
    }

    private Optional<Node> member(Node node, String name) {
        if (!(node.value() instanceof Map<?, ?> object)) {
            return Optional.empty();
        }
        if (object.containsKey(name) && !"_sd".equals(name)) {
            return Optional.of(node.below(object.get(name), null));
        }
        return hiddenMembers(object)
                .filter(disclosure -> name.equals(disclosure.name()))
                .findFirst()
                .map(disclosure -> node.below(disclosure.value(), disclosure));
    }

    private Stream<Node> elements(Node node) {
        if (!(node.value() instanceof List<?> array)) {
            return Stream.empty();
        }
        return array.stream().flatMap(element -> {
            if (element instanceof Map<?, ?> object && object.get("...") instanceof String digest) {
                return Stream.ofNullable(byDigest.get(digest))
                        .map(disclosure -> node.below(disclosure.value(), disclosure));
            }
            return Stream.of(node.below(element, null));
        });
    }

    private Stream<Disclosure> hiddenMembers(Map<?, ?> object) {
        return object.get("_sd") instanceof List<?> digests
                ? digests.stream().map(byDigest::get).filter(d -> d != null && d.name() != null)
                : Stream.empty();
    }

    private @Nullable Object resolvedValue(@Nullable Object value, Set<Disclosure> used) {
        return switch (value) {
            case Map<?, ?> object -> resolvedObject(object, used);
            case List<?> array ->
                elements(new Node(array, Set.of()))
                        .peek(node -> used.addAll(node.disclosures()))
                        .map(node -> resolvedValue(node.value(), used))
                        .toList();
            case null -> null;
            default -> value;
        };
    }

    private Map<String, Object> resolvedObject(Map<?, ?> object, Set<Disclosure> used) {
        Map<String, Object> claims = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            Object resolved = resolvedValue(value, used);
            if (!"_sd".equals(name) && !"_sd_alg".equals(name) && resolved != null) {
                claims.put((String) name, resolved);
            }
        });
        hiddenMembers(object).forEach(disclosure -> {
            used.add(disclosure);
            Object resolved = resolvedValue(disclosure.value(), used);
            if (disclosure.name() != null && resolved != null) {
                claims.put(disclosure.name(), resolved);
            }
        });
        return claims;
    }
}
