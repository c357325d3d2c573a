// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.stadttor.staff.StaffId;

/**
 * The user handle of an account: the 16 bytes of its id, which say nothing about the person.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#user-handle">Web Authentication Level 3, user handle</a>
 */
public final class UserHandle {

    private UserHandle() {}

    public static Bytes of(StaffId account) {
        UUID id = UUID.fromString(account.value());
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
