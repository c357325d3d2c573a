// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.util.Locale;
import java.util.Objects;

/** A change of what somebody may do is refused. */
public final class PersonRefusedException extends RuntimeException {

    /** Why, as a stable code; each has a sentence {@code staff.people.error.<code>}. */
    public enum Reason {
        /** Nobody changes what they may do themselves. */
        OWN_ACCOUNT,
        /** Not theirs to give, to take or to manage. */
        NOT_YOURS,
        /** No such person, or not to be seen. */
        PERSON_UNKNOWN,
        /** No role, or none of this process. */
        ROLE_UNKNOWN,
        /** Not the path of an organisational unit. */
        PART_INVALID,
        /** This role is held for everything or not at all. */
        WHOLE_ONLY,
        /** Has it already. */
        HAS_IT_ALREADY,
        /** Has it not. */
        HAS_IT_NOT,
        /** More roles than anybody needs. */
        TOO_MANY_ROLES,
        /** The last one who administers the staff. */
        LAST_ADMINISTRATOR,
        /** Suspended, so nothing can be given. */
        IS_SUSPENDED,
        /** Not suspended, so nothing can be resumed. */
        IS_NOT_SUSPENDED,
        /** A reason is missing or longer than 200 characters. */
        REASON_INVALID,
        /** The same is proposed already. */
        PROPOSED_ALREADY,
        /** Decided already, or too old. */
        PROPOSAL_GONE,
        /** Who proposed it could not propose it any more. */
        PROPOSER_MAY_NOT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public PersonRefusedException(Reason reason) {
        super(reason.code());
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
