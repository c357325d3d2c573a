// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.net.URI;
import java.time.Instant;

/**
 * What is handed to the invited person. Whoever has the address can take the account, once: show it to the one who
 * invited, and store it nowhere.
 */
public record InvitationLink(InvitationId id, URI address, Instant expiresAt) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "InvitationLink[" + id + "]";
    }
}
