// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.stadttor.staff.StaffId;

/** Whose account a user handle names. */
public final class UserHandleReader {

    private UserHandleReader() {}

    public static StaffId account(byte[] handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle);
        return new StaffId(new UUID(bytes.getLong(), bytes.getLong()).toString());
    }
}
