// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Optional;
import org.stadttor.idp.relyingparty.ClientId;

/** Reads an {@code id_token_hint}: an ID token of ours, for the same relying party, possibly expired. */
public interface IdTokenHints {

    /** Its subject; empty if it is not a token of ours for this relying party. */
    Optional<String> subject(String idToken, ClientId audience);
}
