// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import java.util.Arrays;
import java.util.Locale;

/** Why a login did not come about, as far as it matters to a citizen. */
enum PortalError {
    ACCESS_DENIED,
    LOGIN_REQUIRED,
    TEMPORARILY_UNAVAILABLE,
    SERVER_ERROR,
    PROVIDER_UNAVAILABLE,
    REQUEST_NOT_TAKEN,
    ISSUER_MISMATCH,
    AUTHORIZATION_REQUEST_NOT_FOUND,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What came from outside is only compared, never shown. */
    static PortalError of(String untrusted) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(untrusted))
                .findFirst()
                .orElse(OTHER);
    }
}
