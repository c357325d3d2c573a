// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.net.URI;
import java.util.Objects;

/**
 * Where a credential's status stands. {@link #toString()} does not show the index: it belongs to one person.
 *
 * @param uri of the status list token; compared as a string with the token's {@code sub}
 * @param index position in the list, from 0
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">Token Status List, section 6.2</a>
 */
public record StatusReference(URI uri, long index) {

    public StatusReference {
        Objects.requireNonNull(uri);
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative");
        }
    }

    @Override
    public String toString() {
        return "StatusReference[" + uri + "]";
    }
}
