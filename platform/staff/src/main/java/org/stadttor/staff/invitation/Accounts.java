// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.Set;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;
import org.stadttor.staff.StaffId;

/** What an accepted invitation changes about accounts. */
public interface Accounts {

    /**
     * Makes an account.
     *
     * @throws InvitationRefusedException {@code email_taken}
     */
    void begin(StaffId id, PersonName name, EmailAddress email, Set<Grant> grants);

    /** Ends all passkeys and sessions of an account, before it gets a new passkey. */
    void endPasskeys(StaffId id);
}
