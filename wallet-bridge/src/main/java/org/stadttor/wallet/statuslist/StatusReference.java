// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.statuslist;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.databind.JsonNode;

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

    /**
     * Reads the {@code status} claim of a credential.
     *
     * @param status the claim's value; untrusted
     * @return empty if it names only mechanisms we do not know, which is as good as no status
     * @throws CredentialRejectedException {@code status_malformed}
     */
    public static Optional<StatusReference> parse(JsonNode status) {
        if (!status.isObject()) {
            throw malformed();
        }
        JsonNode list = status.get("status_list");
        if (list == null) {
            return Optional.empty();
        }
        JsonNode index = list.path("idx");
        JsonNode uri = list.path("uri");
        if (!index.isIntegralNumber() || !index.canConvertToLong() || index.longValue() < 0 || !uri.isString()) {
            throw malformed();
        }
        return Optional.of(new StatusReference(absolute(uri.stringValue()), index.longValue()));
    }

    private static URI absolute(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                throw malformed();
            }
            return uri;
        } catch (URISyntaxException _) {
            // Not as the cause: its message quotes the text.
            throw malformed();
        }
    }

    private static CredentialRejectedException malformed() {
        return new CredentialRejectedException(Reason.STATUS_MALFORMED);
    }

    @Override
    public String toString() {
        return "StatusReference[" + uri + "]";
    }
}
