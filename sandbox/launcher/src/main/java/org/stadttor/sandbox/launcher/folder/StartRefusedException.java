// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.folder;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sandbox cannot start. The message is one sentence for the person at the terminal: what is wrong, what to do. */
public final class StartRefusedException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        /** Another sandbox uses the same folder. */
        SECOND_INSTANCE,
        /** Somebody listens on an address the sandbox needs. */
        PORT_IN_USE,
        /** The folder cannot be written, or belongs to another user. */
        FOLDER_UNUSABLE,
        /** The data of the database is damaged, incomplete or of another version. */
        DATABASE_BROKEN,
        /** There are no PostgreSQL binaries for this machine, or it may not run them. */
        DATABASE_UNSUPPORTED,
        /** A setting is unknown or has no sensible value. */
        SETTING_INVALID,
        /** A part of the sandbox did not start. */
        PART_FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public StartRefusedException(Reason reason, String message) {
        this(reason, message, null);
    }

    public StartRefusedException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
