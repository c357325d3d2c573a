// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.util.Set;
import org.stadttor.staff.EmailAddress;
import org.stadttor.staff.Grant;
import org.stadttor.staff.PersonName;

/** Who is invited, and what the person may do from the first sign-in on. */
public record InvitedPerson(PersonName name, EmailAddress email, Set<Grant> grants) {

    public InvitedPerson {
        grants = Set.copyOf(grants);
    }
}
