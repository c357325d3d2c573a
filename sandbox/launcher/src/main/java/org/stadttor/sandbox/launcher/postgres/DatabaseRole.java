// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import java.util.Locale;

/** One role per process and need, as {@code docs/operations/database.md} has them for production. */
public enum DatabaseRole {
    /** Owns the schemas idp and wallet; migrates. */
    STADTTOR_IDP_OWNER,
    /** Process 1 at work. */
    STADTTOR_IDP,
    /** Owns the schema trust; migrates. */
    STADTTOR_TRUST_OWNER,
    /** Process 2 at work. */
    STADTTOR_TRUST;

    /** Name in the database, and of its password. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
