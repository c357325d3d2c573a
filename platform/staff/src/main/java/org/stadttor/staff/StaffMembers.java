// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import java.util.Optional;
import java.util.Set;

/** The stored accounts. */
public interface StaffMembers {

    /**
     * An account that may sign in now.
     *
     * @param name for people
     */
    record Account(StaffId id, String name, Set<Grant> grants) {

        public Account {
            grants = Set.copyOf(grants);
        }
    }

    /** The active account; empty if there is none or it is suspended. */
    Optional<Account> findActive(StaffId id);

    /** The name of whoever has or had this account, for histories: also of one that is suspended. */
    Optional<String> nameOf(StaffId id);

    /** Makes sure that a sandbox person is there with just these grants; true if that changed something. */
    boolean seed(SandboxPerson person);
}
