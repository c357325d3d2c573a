// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.StaffId;

/** The stored invitations; of their secrets there is only a hash. */
public interface Invitations {

    /** Stores a new one; others for the same account or e-mail address end. */
    void add(Invitation invitation, String secretHash, Instant now);

    /** The open invitation with this secret. */
    Optional<Invitation> find(String secretHash);

    /** Those that can still be used, newest first. */
    List<Invitation> findOpen(Instant now);

    /** Ends it as used; false if it is not open any more. Two at once: one of them gets true. */
    boolean use(InvitationId id, Instant now);

    /** Ends it unused; false if it is not open any more. */
    boolean withdraw(InvitationId id, Instant now);

    /** Whether somebody has an account with this address. */
    boolean hasAccount(EmailAddress email);

    /** Whether there is an account of this id that is not suspended. */
    boolean isActive(StaffId account);

    /**
     * Whether somebody can administer the staff, or has a usable invitation to. Waits for others who ask, until their
     * transaction ends, so that two nodes cannot both hear no.
     */
    boolean hasAdministrator(Instant now);
}
