// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;

/**
 * An invitation that is open: neither used nor withdrawn. It may have expired.
 *
 * @param account the account it will make, or gives a new passkey
 * @param kind what happens with it
 * @param name empty for the first administrators: they say it themselves
 * @param email empty for the first administrators
 * @param invitedBy staff id, or {@code system}
 */
public record Invitation(
        InvitationId id,
        StaffId account,
        Kind kind,
        Optional<PersonName> name,
        Optional<EmailAddress> email,
        Set<Grant> grants,
        String invitedBy,
        Instant expiresAt) {

    /** What an invitation is for. */
    public enum Kind {
        /** A new account. */
        ACCOUNT,
        /** A new passkey for an account that has lost its own; the old ones end. */
        PASSKEY
    }

    public Invitation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(account);
        Objects.requireNonNull(kind);
        grants = Set.copyOf(grants);
        Objects.requireNonNull(invitedBy);
        Objects.requireNonNull(expiresAt);
    }

    /** Whether it is too late for it. */
    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
