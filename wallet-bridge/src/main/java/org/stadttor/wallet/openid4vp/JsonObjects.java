// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import java.util.Optional;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects from wallets, read by the same strict reader as credentials. */
final class JsonObjects {

    private JsonObjects() {}

    /** The object, or empty if the text is anything else. */
    static Optional<ObjectNode> parse(byte[] utf8) {
        try {
            return StrictJson.value(utf8, CredentialRejectedException.Reason.MALFORMED) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (CredentialRejectedException e) {
            return Optional.empty();
        }
    }
}
