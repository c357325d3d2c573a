// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.comparison;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that is not as it was.
 *
 * @param before how it was; empty if it was not there
 * @param after how it is; empty if it is no longer there
 */
public record Difference(Field field, Kind kind, String before, String after) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** A certificate that was replaced by another one of the same key. */
        RENEWED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of what. */
    public enum Field {
        ENTITY,
        PURPOSE,
        NAME,
        REGISTRATION_ID,
        COUNTRY,
        ADDRESS,
        ELECTRONIC_ADDRESS,
        INFORMATION_URI,
        ISSUANCE_CERTIFICATE,
        REVOCATION_CERTIFICATE,
        STATUS_POLICY,
        CREDENTIAL,
        LEGAL_BASIS,
        SERVICE;

        /** Stable name; the key of its name for people. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Difference {
        Objects.requireNonNull(field);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }

    static Difference added(Field field, String after) {
        return new Difference(field, Kind.ADDED, "", after);
    }

    static Difference removed(Field field, String before) {
        return new Difference(field, Kind.REMOVED, before, "");
    }
}
