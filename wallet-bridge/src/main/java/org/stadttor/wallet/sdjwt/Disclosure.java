// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.nio.charset.StandardCharsets;
import org.stadttor.wallet.credential.Base64Url;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.credential.StrictJson;
import tools.jackson.databind.JsonNode;

/**
 * A disclosure: what one digest of an SD-JWT stands for. Its text shows no value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901#section-4.2">RFC 9901, section 4.2</a>
 */
public sealed interface Disclosure {

    /** base64url of the SHA-256 of the disclosure's characters as received. */
    String digest();

    /** What it discloses; may contain further digests. */
    JsonNode value();

    /** A member of an object. */
    record Property(String digest, String name, JsonNode value) implements Disclosure {
        @Override
        public String toString() {
            return "Property[redacted]";
        }
    }

    /** An element of an array. */
    record Element(String digest, JsonNode value) implements Disclosure {
        @Override
        public String toString() {
            return "Element[redacted]";
        }
    }

    /**
     * Reads a disclosure: an array of salt, name and value, or of salt and value.
     *
     * @throws CredentialRejectedException {@code DISCLOSURE_MALFORMED}
     */
    static Disclosure parse(String encoded) {
        JsonNode array =
                StrictJson.value(Base64Url.decode(encoded, Reason.DISCLOSURE_MALFORMED), Reason.DISCLOSURE_MALFORMED);
        if (!array.isArray() || !array.path(0).isString()) {
            throw new CredentialRejectedException(Reason.DISCLOSURE_MALFORMED);
        }
        String digest = Base64Url.encode(Sha256.of(encoded.getBytes(StandardCharsets.US_ASCII)));
        if (array.size() == 2) {
            return new Element(digest, array.get(1));
        }
        if (array.size() == 3 && array.get(1).isString()) {
            return new Property(digest, array.get(1).stringValue(), array.get(2));
        }
        throw new CredentialRejectedException(Reason.DISCLOSURE_MALFORMED);
    }
}
