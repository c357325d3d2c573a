// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keyed HMACs of one person.
 *
 * @param match over names, birth date and place of birth
 * @param country over the country that issued the PID
 * @param number over country and personal administrative number, where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record PersonKeys(byte[] match, byte[] country, byte @Nullable [] number) {

    public PersonKeys {
        Objects.requireNonNull(match);
        Objects.requireNonNull(country);
    }

    @Override
    public String toString() {
        return "PersonKeys[…]";
    }
}
