// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.Locale;
import java.util.Objects;

/** Something about an invitation is refused. */
public final class InvitationRefusedException extends RuntimeException {

    /** Why, as a stable code; each has a sentence {@code staff.invitation.<code>}. */
    public enum Reason {
        /** A name is missing or cannot be shown. */
        NAME_INVALID,
        /** An e-mail address is missing or is none. */
        EMAIL_INVALID,
        /** The person has an account: one person, one account. */
        EMAIL_TAKEN,
        /** No role, a role that does not exist here, or too many. */
        GRANTS_INVALID,
        /** There is no such account, or it is suspended. */
        ACCOUNT_UNKNOWN,
        /** Never made, used already, or withdrawn. */
        INVITATION_UNKNOWN,
        /** Too late. */
        INVITATION_EXPIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public InvitationRefusedException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
