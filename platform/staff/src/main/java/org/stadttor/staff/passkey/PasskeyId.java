// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.UUID;

/** Names a passkey on pages and in the audit trail; is not its credential id. */
public record PasskeyId(UUID value) {

    /** A new one. */
    public static PasskeyId random() {
        return new PasskeyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
