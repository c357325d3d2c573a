// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.statuslist.StatusReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The claim {@code status} of a credential (Token Status List, section 6.2). */
final class StatusClaim {

    private static final int MAX_URI = 2_048;

    private StatusClaim() {}

    /**
     * Where the status stands, if the credential has a status at all.
     *
     * @throws CredentialRejectedException {@code STATUS_MISSING} if there are only mechanisms that are not known,
     *     {@code STATUS_MALFORMED}
     */
    static Optional<StatusReference> read(ObjectNode claims) {
        if (!claims.has("status")) {
            return Optional.empty();
        }
        JsonNode status = claims.get("status");
        if (!status.isObject()) {
            throw new CredentialRejectedException(Reason.STATUS_MALFORMED);
        }
        if (!status.has("status_list")) {
            throw new CredentialRejectedException(Reason.STATUS_MISSING);
        }
        JsonNode index = status.path("status_list").path("idx");
        String uri = status.path("status_list").path("uri").stringValue(null);
        if (uri == null || !index.isIntegralNumber() || !index.canConvertToLong() || index.longValue() < 0) {
            throw new CredentialRejectedException(Reason.STATUS_MALFORMED);
        }
        return Optional.of(new StatusReference(absolute(uri), index.longValue()));
    }

    private static URI absolute(String text) {
        if (text.length() > MAX_URI) {
            throw new CredentialRejectedException(Reason.STATUS_MALFORMED);
        }
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute() || uri.getHost() == null) {
                throw new CredentialRejectedException(Reason.STATUS_MALFORMED);
            }
            return uri;
        } catch (URISyntaxException _) {
            throw new CredentialRejectedException(Reason.STATUS_MALFORMED);
        }
    }
}
