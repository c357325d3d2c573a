// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import org.stadttor.idp.relyingparty.ClientId;

/**
 * What must be remembered between the two halves of a trial, as software of an agency would. {@link #toString()} shows
 * none of its secrets.
 *
 * @param clientId the original, not the twin
 */
public record Trial(ClientId clientId, String state, String nonce, String codeVerifier) {

    /** For a session, which keeps texts. */
    public String text() {
        return String.join(" ", clientId.value(), state, nonce, codeVerifier);
    }

    /** Reads what {@link #text()} wrote. */
    public static Trial of(String text) {
        String[] parts = text.split(" ", -1);
        return new Trial(new ClientId(parts[0]), parts[1], parts[2], parts[3]);
    }

    @Override
    public String toString() {
        return "Trial[" + clientId + "]";
    }
}
