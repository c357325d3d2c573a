// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a registration stands as a whole. The first three are those of a registration that was never live; once live, a
 * newer version can be on its way beside it.
 */
public enum RegistrationState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    LIVE,
    SUSPENDED,
    RETIRED;

    /** The stable snake_case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RegistrationState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
