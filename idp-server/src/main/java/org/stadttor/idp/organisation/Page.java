// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param next what to ask with for the next piece, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    public Optional<String> nextCursor() {
        return Optional.ofNullable(next);
    }
}
