// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The status lists of a provider: a good one, and some with one thing wrong. */
public enum StatusListName {
    CURRENT,
    UNAVAILABLE,
    UNTRUSTED,
    EXPIRED,
    OTHER_SUBJECT;

    /** The last part of its address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The list with this address. */
    public static Optional<StatusListName> of(String path) {
        return Arrays.stream(values()).filter(name -> name.path().equals(path)).findFirst();
    }

    static StatusListName of(CredentialFlaw flaw) {
        return switch (flaw) {
            case STATUS_LIST_UNAVAILABLE -> UNAVAILABLE;
            case STATUS_LIST_UNTRUSTED -> UNTRUSTED;
            case STATUS_LIST_EXPIRED -> EXPIRED;
            case STATUS_LIST_OTHER_SUBJECT -> OTHER_SUBJECT;
            default -> CURRENT;
        };
    }
}
