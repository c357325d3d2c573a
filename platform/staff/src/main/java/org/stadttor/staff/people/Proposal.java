// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;

/** Something that a second administrator must agree to. It is open until it is decided, and lapses after a week. */
public record Proposal(UUID id, Act act, StaffId by, Instant at, Instant lapsesAt) {

    /** What is proposed. */
    public sealed interface Act {

        /** Somebody gets a role that decides. */
        record Give(StaffId person, Grant grant) implements Act {}

        /** Somebody who has such a role comes back. */
        record Resume(StaffId person) implements Act {}

        /** Somebody new gets such a role with the account. */
        record Invite(PersonName name, EmailAddress email, Grant grant) implements Act {}

        /** Somebody who has such a role gets a new passkey, because every one was lost. */
        record Passkey(StaffId person) implements Act {}

        /** Stable text of the kind. */
        default String kind() {
            return switch (this) {
                case Give give -> "give";
                case Resume resume -> "resume";
                case Invite invite -> "invite";
                case Passkey passkey -> "passkey";
            };
        }
    }

    public Proposal {
        Objects.requireNonNull(id);
        Objects.requireNonNull(act);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        Objects.requireNonNull(lapsesAt);
    }
}
