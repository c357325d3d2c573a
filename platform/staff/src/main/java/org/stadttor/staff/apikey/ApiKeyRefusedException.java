// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import java.util.Locale;
import java.util.Objects;

/** A key is not made or not ended. */
public final class ApiKeyRefusedException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        /** Empty, longer than 60 characters, or with control characters. */
        NAME_INVALID,
        /** Not between one day and one year. */
        LIFETIME_INVALID,
        /** A key that may do nothing. */
        GRANTS_MISSING,
        /** More than the person may. */
        GRANT_NOT_OWN,
        /** So many keys are live already. */
        TOO_MANY_KEYS,
        /** A key does not make keys. */
        NOT_WITH_A_KEY,
        /** Not there, of somebody else, or ended already. */
        NO_SUCH_KEY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public ApiKeyRefusedException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
