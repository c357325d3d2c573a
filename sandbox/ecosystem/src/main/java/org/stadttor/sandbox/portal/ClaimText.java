// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Claims as a person reads them. */
final class ClaimText {

    private ClaimText() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                object.values().stream()
                        .map(ClaimText::of)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(", "));
            case Collection<?> array -> array.stream().map(ClaimText::of).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
