// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.people;

import org.stadttor.staff.invitation.InvitationLink;

/** What came of a change of people. */
public sealed interface Outcome {

    /** It is so from now on. */
    record Done() implements Outcome {}

    /** A second administrator must agree. */
    record Proposed(Proposal proposal) implements Outcome {}

    /** Somebody is invited by this link, which is shown once. */
    record Invited(InvitationLink link) implements Outcome {}
}
