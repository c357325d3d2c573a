// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview;

import java.util.Locale;

/** A question about trust that has no answer. */
public final class QuestionRefusedException extends RuntimeException {

    private final Reason reason;

    public QuestionRefusedException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** Verifiers look at shorter chains only. */
        CHAIN_TOO_LONG,
        /** The list has no issue of that number. */
        NO_SUCH_ISSUE,
        /** The list had no issue at that moment. */
        NO_ISSUE_THEN,
        /** Nobody knows the list of tomorrow. */
        MOMENT_AHEAD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
