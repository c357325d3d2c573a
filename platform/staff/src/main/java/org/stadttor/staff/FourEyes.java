// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

/**
 * What one person proposes, another one decides.
 *
 * <p>Comparing accounts is comparing people, because one person cannot have two accounts in the staff of a process: an
 * e-mail address belongs to one account, a passkey belongs to one account (an authenticator that already holds one for
 * another account is refused at enrolment), an identity of an external provider belongs to one account, and accounts come
 * only by invitation from somebody who knows the person. What remains is somebody who is invited twice under two addresses
 * with two authenticators; that shows in the list of people and in the audit trail.
 */
public final class FourEyes {

    private FourEyes() {}

    /**
     * Returns only if these are two people.
     *
     * @throws SamePersonException otherwise
     */
    public static void requireDifferent(StaffId proposer, StaffId approver) {
        if (proposer.equals(approver)) {
            throw new SamePersonException();
        }
    }
}
