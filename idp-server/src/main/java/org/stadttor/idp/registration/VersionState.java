// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.Locale;

/** Where one version of a registration stands. At most one version is open, at most one is live. */
public enum VersionState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    REJECTED,
    LIVE,
    /** A newer version took its place. */
    SUPERSEDED;

    /** The stable snake_case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may still become live. */
    public boolean isOpen() {
        return this == DRAFT || this == SUBMITTED || this == APPROVED;
    }
}
