// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.UUID;

/** Names an invitation; is not its secret. */
public record InvitationId(UUID value) {

    /** A new one. */
    public static InvitationId random() {
        return new InvitationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
