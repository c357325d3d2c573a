// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import org.stadttor.staff.OneLine;
import org.stadttor.staff.passkey.PasskeyRefusedException.Reason;

/** What the owner calls a passkey. */
public record PasskeyLabel(String value) {

    private static final int LONGEST = 100;

    public PasskeyLabel {
        if (!OneLine.fits(value, LONGEST)) {
            throw new PasskeyRefusedException(Reason.LABEL_INVALID);
        }
    }

    /**
     * What somebody typed.
     *
     * @throws PasskeyRefusedException {@code label_invalid}
     */
    public static PasskeyLabel parse(String typed) {
        return new PasskeyLabel(typed.strip());
    }
}
