// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Claims as a person reads them. */
final class ClaimText {

    private ClaimText() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> address when address.containsKey("street_address") -> address(address);
            case Map<?, ?> object -> joined(", ", object.values().stream());
            case Collection<?> array -> joined(", ", array.stream());
            default -> value.toString();
        };
    }

    /** In the order of an envelope. */
    private static String address(Map<?, ?> address) {
        return joined(
                ", ",
                Stream.of(
                        text(address, "street_address"),
                        joined(" ", Stream.of(text(address, "postal_code"), text(address, "locality"))),
                        text(address, "region"),
                        text(address, "country")));
    }

    private static String text(Map<?, ?> object, String member) {
        Object value = object.get(member);
        return value == null ? "" : value.toString().strip();
    }

    private static String joined(String separator, Stream<?> values) {
        return values.map(value -> value == null ? "" : of(value))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(separator));
    }
}
